internal import Bitext
internal import Files

/// TBX v2 and v3 in, v3 TBX-Basic in DCA style out.
struct TBXFormat: ExchangeFormat {
  let name = "tbx"
  let title = "TermBase eXchange v3, TBX-Basic"
  let extensions = ["tbx"]
  let content = ExchangeContent.entries

  func claims(_ start: String) -> Bool {
    ["martif", "tbx", "TBX"].contains(ExchangeFormats.root(of: start) ?? "")
  }

  func reader(_ input: PrefixedSource, context: ReadingContext) throws(FileError) -> any ExchangeReader {
    try TBXReader(input, context: context)
  }

  func writer(_ sink: any ByteSink, options: WritingOptions) -> any ExchangeWriter { TBXWriter(sink, options) }
}
