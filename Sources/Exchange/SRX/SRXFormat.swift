internal import Bitext
internal import Files

/// SRX 1.0 and 2.0 in, 2.0 out.
struct SRXFormat: ExchangeFormat {
  let name = "srx"
  let title = "Segmentation Rules eXchange 2.0"
  let extensions = ["srx"]
  let content = ExchangeContent.rules

  func claims(_ start: String) -> Bool { ExchangeFormats.root(of: start) == "srx" }

  func reader(_ input: PrefixedSource, context: ReadingContext) throws(FileError) -> any ExchangeReader {
    let reader = try SRXReader(input, context: context)
    return Reader(reader.rules, name: input.name)
  }

  func writer(_ sink: any ByteSink, options: WritingOptions) -> any ExchangeWriter { Writer(sink, options) }

  private final class Reader: ExchangeReader {
    private var rules: SRXRules?
    let position: SourcePosition

    init(_ rules: SRXRules, name: String) {
      self.rules = rules
      position = SourcePosition(file: name)
    }

    func nextItem() -> ExchangeItem? {
      defer { rules = nil }
      return rules.map { .rules($0) }
    }
  }

  private final class Writer: ExchangeWriter {
    private let sink: any ByteSink
    private let options: WritingOptions
    let losses = Losses()

    init(_ sink: any ByteSink, _ options: WritingOptions) {
      self.sink = sink
      self.options = options
    }

    func write(_ item: ExchangeItem) throws(FileError) {
      guard case .rules(let rules) = item else { return }
      try SRXWriter.write(rules, to: sink, characters: options.characters)
    }

    func finish() {}
  }
}
