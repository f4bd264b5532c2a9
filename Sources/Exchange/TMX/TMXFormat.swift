internal import Bitext
internal import Files

/// TMX 1.1 to 1.4b in, 1.4b out.
struct TMXFormat: ExchangeFormat {
  let name = "tmx"
  let title = "Translation Memory eXchange 1.4b"
  let extensions = ["tmx"]
  let content = ExchangeContent.units

  func claims(_ start: String) -> Bool { ExchangeFormats.root(of: start) == "tmx" }

  func reader(_ input: PrefixedSource, context: ReadingContext) throws(FileError) -> any ExchangeReader {
    Reader(try TMXReader(input, context: context))
  }

  func writer(_ sink: any ByteSink, options: WritingOptions) -> any ExchangeWriter { Writer(sink, options) }

  private final class Reader: ExchangeReader {
    private let reader: TMXReader
    private var gaveHeader = false
    var position: SourcePosition { reader.position }

    init(_ reader: TMXReader) { self.reader = reader }

    func nextItem() throws(FileError) -> ExchangeItem? {
      if !gaveHeader {
        gaveHeader = true
        return .header(BitextHeader(reader.header))
      }
      return try reader.next().map { .unit($0) }
    }
  }

  private final class Writer: ExchangeWriter {
    private let sink: any ByteSink
    private let options: WritingOptions
    private var writer: TMXWriter?
    private var strictness: TMXStrictness?
    private var codes = InlineDialect.tmx
    private var counted = Losses()

    init(_ sink: any ByteSink, _ options: WritingOptions) {
      self.sink = sink
      self.options = options
      strictness = options.isStrict ? TMXStrictness() : nil
    }

    var losses: Losses {
      var all = counted
      for loss in strictness?.losses.counts ?? [] { all.add(loss.name, loss.count) }
      return all
    }

    func write(_ item: ExchangeItem) throws(FileError) {
      switch item {
      case .header(let header):
        codes = header.codes
        let head = strictness?.header(header.tmx) ?? header.tmx
        writer = try TMXWriter(header: head, sink: sink, characters: options.characters)
      case .unit(let unit):
        let plain = codes == .tmx ? unit : InlineCodes.inTMX(unit, from: codes, &counted)
        if let unit = strictness == nil ? plain : strictness?.unit(plain) { try writer?.write(unit) }
      default: counted.add(item.lossName)
      }
    }

    func finish() throws(FileError) {
      try writer?.finish()
      counted.add("character that XML cannot hold", writer?.replacedCharacters ?? 0)
    }
  }
}
