internal import Bitext
internal import Files

/// XLIFF 1.0 to 1.2 and 2.x in, 1.2 and 2.0 out.
struct XLIFFFormat: ExchangeFormat {
  let name = "xliff"
  let title = "XML Localisation Interchange File Format 1.2 and 2.0"
  let extensions = ["xlf", "xliff", "sdlxliff", "mqxliff", "mxliff", "txlf"]
  let content = ExchangeContent.units

  func claims(_ start: String) -> Bool { ExchangeFormats.root(of: start) == "xliff" }

  func reader(_ input: PrefixedSource, context: ReadingContext) throws(FileError) -> any ExchangeReader {
    try XLIFFReader(input, context: context)
  }

  func writer(_ sink: any ByteSink, options: WritingOptions) -> any ExchangeWriter { XLIFFWriter(sink, options) }
}
