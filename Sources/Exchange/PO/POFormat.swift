internal import Bitext
internal import Files

/// PO files of gettext: messages with their contexts, comments, flags and plurals.
///
/// What a message says besides its two texts is kept in properties (`x-po-…`), so that a PO file comes back whole.
struct POFormat: ExchangeFormat {
  let name = "po"
  let title = "Portable Object of gettext"
  let extensions = ["po", "pot"]
  let content = ExchangeContent.units

  func claims(_ start: String) -> Bool {
    let lines = start.split(whereSeparator: \.isNewline).lazy.filter { !$0.begins(with: "#") && !$0.isBlank }
    return lines.first.map { $0.begins(with: "msgid \"") || $0.begins(with: "msgctxt \"") } ?? false
  }

  func reader(_ input: PrefixedSource, context: ReadingContext) throws(FileError) -> any ExchangeReader {
    try POReader(input, context: context)
  }

  func writer(_ sink: any ByteSink, options: WritingOptions) -> any ExchangeWriter { POWriter(sink, options) }
}
