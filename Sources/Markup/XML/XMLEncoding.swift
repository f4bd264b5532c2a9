internal import Bitext
package import Files

/// Finds the encoding of an XML file, as XML 1.0 appendix F says, and gives its content as UTF-8 without a mark.
///
/// A byte order mark decides, whatever the declaration says; without one, the declaration; without that, UTF-8.
package enum XMLEncoding {
  package static func open(_ input: PrefixedSource, context: ReadingContext) throws(FileError) -> any ByteSource {
    try input.look(4)
    let head = input.head
    let (start, mark) = (UInt8(ascii: "<"), UInt8(ascii: "?"))
    if head.hasUTF32Mark
      || head.starts(with: [start, 0, 0, 0]) || head.starts(with: [0, 0, 0, start])
    {
      throw fault("UTF-32 is not read; save the file as UTF-8", input, column: 1)
    }
    if head.starts(with: ByteOrderMark.utf8) {
      input.drop(3)
      return input
    }
    let hasMark = head.starts(with: ByteOrderMark.utf16LittleEndian) || head.starts(with: ByteOrderMark.utf16BigEndian)
    if hasMark || head.starts(with: [start, 0, mark, 0]) || head.starts(with: [0, start, 0, mark]) {
      let isLittle = head[0] == ByteOrderMark.utf16LittleEndian[0] || head[0] == start
      if hasMark { input.drop(2) }
      guard let decoded = DecodedSource(input, encoding: isLittle ? "UTF-16LE" : "UTF-16BE") else {
        throw fault("UTF-16 cannot be decoded here; save the file as UTF-8", input, column: 1)
      }
      return decoded
    }
    guard let (encoding, column) = try declared(input) else { return input }
    switch encoding.lowercased() {
    case "utf-8", "utf8": return input
    case "utf-16", "utf-16le", "utf-16be", "ucs-2", "iso-10646-ucs-2", "utf-32", "ucs-4", "iso-10646-ucs-4":
      throw fault("the file declares \(encoding) but is not; correct the declaration", input, column: column)
    default:
      guard let decoded = DecodedSource(input, encoding: encoding) else {
        throw fault("encoding '\(encoding)' is not known; save the file as UTF-8", input, column: column)
      }
      // The formats ask for Unicode; Western and Cyrillic code pages are common all the same, and read by every tool.
      let isCommon = ["us-ascii", "ascii", "iso-8859-", "windows-125"].contains { encoding.lowercased().hasPrefix($0) }
      if !isCommon {
        let message = "encoding '\(encoding)': other tools may refuse the file; save it as UTF-8"
        let place = SourcePosition(file: input.name, line: 1, column: column)
        context.tell("xml-encoding", .meaning, message, at: place)
      }
      return decoded
    }
  }

  /// The encoding that the XML declaration names, and the column of the name.
  private static func declared(_ input: PrefixedSource) throws(FileError) -> (String, column: Int)? {
    guard input.head.starts(with: Array("<?xm".utf8)) else { return nil }
    try input.look(1024)
    let text = input.head.prefix(1024)
    guard let end = text.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let declaration = Array(text[..<end])
    let wanted = Array("encoding".utf8)
    guard let start = declaration.indices.first(where: { declaration[$0...].starts(with: wanted) }) else { return nil }
    var at = start + wanted.count
    while at < declaration.count, " \t\r\n=".utf8.contains(declaration[at]) { at += 1 }
    guard at < declaration.count, declaration[at] == UInt8(ascii: "\"") || declaration[at] == UInt8(ascii: "'") else {
      return nil
    }
    let value = declaration[(at + 1)...].prefix { $0 != declaration[at] }
    return (String(decoding: value, as: UTF8.self), at + 2)
  }

  private static func fault(_ message: String, _ input: PrefixedSource, column: Int) -> FileError {
    FileError(.encoding, message, at: SourcePosition(file: input.name, line: 1, column: column))
  }
}
