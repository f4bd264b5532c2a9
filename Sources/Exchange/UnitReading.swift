package import Bitext
package import Files

/// Reads the units of one file, whatever its format and container, one at a time.
package enum UnitReading {
  package struct Report: Hashable, Sendable {
    /// The name of the format.
    package let format: String
    /// Units that were given.
    package let units: Int
    /// Units that could not be used and were left out by the reader.
    package let dropped: Int
  }

  /// Gives every unit with the head of its file and its place, in the order of the file.
  /// - Parameters:
  ///   - format: nil finds it by content, then by name.
  ///   - body: what it throws ends the reading.
  /// - Throws: `FileError` for damage, a limit, a file of unknown format or one that holds no units; whatever `body`
  ///   throws.
  package static func run(
    _ source: any ByteSource, reading format: (any ExchangeFormat)? = nil, context: ReadingContext,
    _ body: (TranslationUnit, BitextHeader?, String, SourcePosition) throws -> Void
  ) throws -> Report {
    let opened = try ExchangeFormats.unpack(source, context: context)
    let found: any ExchangeFormat
    if let format { found = format } else { found = try ExchangeFormats.detect(opened) }
    guard found.content == .units, !(found is PlainTextFormat) else {
      let (content, message): (FileError.Content, String) =
        switch found.content {
        case .entries: (.glossary, "a glossary (\(found.name)), no translation units; take it into a glossary")
        case .rules: (.rules, "segmentation rules (\(found.name)), no translation units; segment texts with them")
        case .units: (.plainText, "plain text, no translation; align it with its translation")
        }
      throw FileError(.noUnits(content), message, at: SourcePosition(file: source.name))
    }
    let reader = try found.reader(opened, context: context)
    var header: BitextHeader?
    var units = 0
    while let item = try reader.nextItem() {
      switch item {
      case .header(let read): header = read
      case .unit(let unit):
        units += 1
        try body(unit, header, found.name, reader.position)
      default: continue
      }
    }
    return Report(format: found.name, units: units, dropped: context.dropped)
  }
}
