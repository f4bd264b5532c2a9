internal import Bitext
package import Files

/// Every format that is read or written, in one place. A new one is a line here.
package enum ExchangeFormats {
  /// In the order in which their claims are tried.
  package static let all: [any ExchangeFormat] = [
    TMXFormat(), TBXFormat(), XLIFFFormat(), SRXFormat(), UTXFormat(), ConceptTableFormat(), POFormat(),
    OmegaTGlossaryFormat(), PairsFormat(), PlainTextFormat(),
  ]

  /// The format of that name ("tmx").
  package static func named(_ name: String) -> (any ExchangeFormat)? {
    all.first { $0.name == name.lowercased() }
  }

  /// The format that a file's extension stands for; ".gz" and ".zip" at its end are passed over.
  package static func named(after file: String) -> (any ExchangeFormat)? {
    var lower = file.lowercased()
    for packing in [".gz", ".zip"] where lower.hasSuffix(packing) { lower.removeLast(packing.count) }
    return all.first { format in format.extensions.contains { lower.hasSuffix(".\($0)") } }
  }

  /// The content of a file, out of gzip or of a zip archive, which must hold one file of a known format.
  static func unpack(_ source: any ByteSource, context: ReadingContext) throws(FileError) -> PrefixedSource {
    try Container.open(source, context: context) { named(after: $0) != nil }
  }

  /// The format of a file: by its content, and where that leaves doubt by its name.
  /// - Throws: `FileError` (`unknownFormat`) if neither tells.
  package static func detect(_ source: any ByteSource, context: ReadingContext = ReadingContext()) throws(FileError)
    -> (format: any ExchangeFormat, source: any ByteSource)
  {
    let input = try unpack(source, context: context)
    return (try detect(input), input)
  }

  static func detect(_ input: PrefixedSource) throws(FileError) -> any ExchangeFormat {
    try input.look(4096)
    let start = preview(input.head.prefix(4096))
    if let claimed = all.first(where: { $0.claims(start) }) { return claimed }
    if let named = named(after: input.name) {
      return named is PlainTextFormat && OmegaTGlossaryFormat.looksLikeGlossary(start) ? OmegaTGlossaryFormat() : named
    }
    if start.isEmpty { return PlainTextFormat() }
    let known = all.map(\.name)
    throw FileError(
      .unknownFormat(known: known), "its format is not known; name one of \(known.joined(separator: ", "))",
      at: SourcePosition(file: input.name, line: 1, column: 1))
  }

  /// The first bytes as text, whatever is wrong with them.
  private static func preview(_ head: ArraySlice<UInt8>) -> String {
    let bytes = Array(head)
    let isLittle = bytes.starts(with: ByteOrderMark.utf16LittleEndian) || bytes.starts(with: [UInt8(ascii: "<"), 0])
    if isLittle || bytes.starts(with: ByteOrderMark.utf16BigEndian) || bytes.starts(with: [0, UInt8(ascii: "<")]) {
      let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
        UInt16(bytes[index + (isLittle ? 0 : 1)]) | UInt16(bytes[index + (isLittle ? 1 : 0)]) << 8
      }
      return String(decoding: units.first == 0xFEFF ? units[1...] : units[...], as: UTF16.self)
    }
    return String(decoding: bytes.starts(with: ByteOrderMark.utf8) ? bytes[3...] : bytes[...], as: UTF8.self)
  }

  /// What to do about a file with another root than expected.
  static func hint(forRoot root: String) -> String {
    switch root {
    case "tmx": "this is TMX; read it as such"
    case "xliff": "this is XLIFF; read it as such"
    case "martif", "tbx", "TBX": "this is TBX; read it as such"
    case "srx": "this is SRX; read it as such"
    default: "this is another kind of file"
    }
  }

  /// The local name of the first element of an XML text, or nil.
  static func root(of start: String) -> String? {
    var rest = Substring(start.unicodeScalars.drop(while: \.properties.isWhitespace))
    while rest.hasPrefix("<?") || rest.hasPrefix("<!") {
      let end: String
      if rest.hasPrefix("<!--") {
        end = "-->"
      } else if rest.hasPrefix("<!DOCTYPE"), let bracket = rest.firstIndex(of: "["),
        !rest[..<bracket].contains(">")
      {
        end = "]>"
      } else {
        end = ">"
      }
      guard let range = rest.firstRange(of: end) else {
        return rest.hasPrefix("<!DOCTYPE") ? documentType(rest) : nil
      }
      rest = rest[range.upperBound...].drop { $0.isWhitespace }
    }
    guard rest.first == "<" else { return nil }
    let name = rest.dropFirst().prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
    return name.split(separator: ":").last.map(String.init)
  }

  /// The root that a document type names, where the subset is longer than what was looked at.
  private static func documentType(_ text: Substring) -> String? {
    text.dropFirst(9).split { $0.isWhitespace || $0 == "[" || $0 == ">" }.first.map(String.init)
  }
}
