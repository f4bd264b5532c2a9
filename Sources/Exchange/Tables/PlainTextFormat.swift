internal import Bitext
internal import Files

/// Plain text: one segment a line, in one language.
struct PlainTextFormat: ExchangeFormat {
  let name = "text"
  let title = "Plain text, one segment a line"
  let extensions = ["txt"]
  let content = ExchangeContent.units

  func claims(_ start: String) -> Bool { false }

  func reader(_ input: PrefixedSource, context: ReadingContext) throws(FileError) -> any ExchangeReader {
    Reader(try TextLines(input, context: context), context)
  }

  func writer(_ sink: any ByteSink, options: WritingOptions) -> any ExchangeWriter { Writer(sink, options) }

  private final class Reader: ExchangeReader {
    private var lines: TextLines
    private let context: ReadingContext
    private var gaveHeader = false
    var position: SourcePosition { lines.position }

    init(_ lines: consuming TextLines, _ context: ReadingContext) {
      self.lines = lines
      self.context = context
    }

    func nextItem() throws(FileError) -> ExchangeItem? {
      if !gaveHeader {
        gaveHeader = true
        return .header(.plain(context, format: "text"))
      }
      while let line = try lines.next() {
        if line.isBlank { continue }
        return .unit(TranslationUnit(variants: [Variant(language: context.source, text: line)]))
      }
      return nil
    }
  }

  private final class Writer: ExchangeWriter {
    private var output: TextOutput
    private var sides: LanguageSides
    private(set) var losses = Losses()

    init(_ sink: any ByteSink, _ options: WritingOptions) {
      output = TextOutput(sink)
      sides = LanguageSides(options)
    }

    func write(_ item: ExchangeItem) throws(FileError) {
      switch item {
      case .header(let header):
        sides.use(header)
        losses.add(header: header)
      case .unit(let unit):
        let pair = sides.sides(of: unit, &losses)
        losses.add(attributesOf: unit)
        losses.add("note", losses.notes(of: unit).count)
        if let target = pair.target { losses.add("side in \(target.language)") }
        let text = pair.source.map { losses.plainText($0) } ?? ""
        if text.isBlank { return losses.add("empty text") }
        try output.write(text.onOneLine(&losses) + "\n")
      default: losses.add(item.lossName)
      }
    }

    func finish() throws(FileError) { try output.flush() }
  }
}
