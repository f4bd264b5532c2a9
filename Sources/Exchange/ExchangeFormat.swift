package import Bitext
package import Files
package import Markup

/// A file format: how it is recognised, read and written.
package protocol ExchangeFormat: Sendable {
  /// As `--format` has it: "tmx".
  var name: String { get }
  /// For people: "Translation Memory eXchange 1.4b".
  var title: String { get }
  /// Without the dot, in lower case, the usual one first.
  var extensions: [String] { get }
  var content: ExchangeContent { get }
  /// Whether the first bytes of a file (UTF-8, without a mark, some 4 KiB) show this format beyond doubt.
  func claims(_ start: String) -> Bool
  func reader(_ input: PrefixedSource, context: ReadingContext) throws(FileError) -> any ExchangeReader
  func writer(_ sink: any ByteSink, options: WritingOptions) throws(FileError) -> any ExchangeWriter
}

/// What a format holds. Units and entries can be turned into one another; rules stand alone.
package enum ExchangeContent: Hashable, Sendable { case units, entries, rules }

/// What a writer needs to know besides the items.
package struct WritingOptions: Sendable {
  /// Which side is the source, where the format holds two: nil takes the header's, else the first.
  package var source: LanguageTag?
  /// Which side is the target: nil takes the header's, else the first other.
  package var target: LanguageTag?
  package var characters: UnwritableCharacters = .refuse
  /// Written where a format names the tool.
  package var tool = "corridor"
  package var toolVersion = "1"
  /// "1.2" or "2.0"; nil keeps the version of an XLIFF file, and takes 1.2 for others.
  package var xliffVersion: String?
  /// "2" or "3": v2 is for tools that read nothing newer.
  package var tbxVersion = "3"
  /// Whether TMX is written as its schema has it, and what the schema does not allow is counted as lost; otherwise it is
  /// kept.
  package var isStrict = false

  package init() {}
}
