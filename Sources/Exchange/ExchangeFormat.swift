public import Bitext

/// A file format: how it is recognised, read and written.
public protocol ExchangeFormat: Sendable {
  /// As `--format` has it: "tmx".
  var name: String { get }
  /// For people: "Translation Memory eXchange 1.4b".
  var title: String { get }
  /// Without the dot, in lower case, the usual one first.
  var extensions: [String] { get }
  var content: ExchangeContent { get }
  /// Whether the first bytes of a file (UTF-8, without a mark, some 4 KiB) show this format beyond doubt.
  func claims(_ start: String) -> Bool
  func reader(_ input: PrefixedSource, context: ReadingContext) throws(ExchangeError) -> any ExchangeReader
  func writer(_ sink: any ByteSink, options: WritingOptions) throws(ExchangeError) -> any ExchangeWriter
}

/// What a format holds. Units and entries can be turned into one another; rules stand alone.
public enum ExchangeContent: Hashable, Sendable { case units, entries, rules }

/// What a writer needs to know besides the items.
public struct WritingOptions: Sendable {
  /// Which side is the source, where the format holds two: nil takes the header's, else the first.
  public var source: LanguageTag?
  /// Which side is the target: nil takes the header's, else the first other.
  public var target: LanguageTag?
  public var characters: UnwritableCharacters = .refuse
  /// Written where a format names the tool.
  public var tool = "corridor"
  public var toolVersion = "1"
  /// "1.2" or "2.0"; nil keeps the version of an XLIFF file, and takes 1.2 for others.
  public var xliffVersion: String?
  /// "2" or "3": v2 is for tools that read nothing newer.
  public var tbxVersion = "3"
  /// Whether TMX is written as its schema has it, and what the schema does not allow is counted as lost; otherwise it is
  /// kept.
  public var isStrict = false

  public init() {}
}
