internal import Bitext

/// The text of a plain file and how it was encoded.
///
/// UTF-8, and UTF-16 with a byte order mark. Nothing is guessed: what is neither is refused with the byte offset, because a
/// wrong guess ruins every name in the text.
package struct TextFile: Hashable, Sendable {
  package enum Encoding: String, Hashable, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
  }

  /// Without the mark.
  package let text: String
  package let encoding: Encoding
  /// Whether a byte order mark stood at its head.
  package let hadMark: Bool

  /// Decodes the bytes of a file. Empty ones are an empty text.
  /// - Parameter name: the file as the user named it, for errors.
  /// - Throws: `FileError` (`encoding`) for bytes that are no UTF-8, a NUL, UTF-16 without a mark or with a half
  ///   character, UTF-32, and files that are no text.
  package init(bytes: [UInt8], name: String) throws(FileError) {
    if bytes.hasUTF32Mark {
      throw Self.fault("UTF-32 is not read; save the file as UTF-8", in: bytes, at: 0, name)
    } else if bytes.starts(with: ByteOrderMark.utf16LittleEndian) {
      encoding = .utf16LittleEndian
      hadMark = true
      text = try Self.decodeUTF16(bytes, low: 0, name)
    } else if bytes.starts(with: ByteOrderMark.utf16BigEndian) {
      encoding = .utf16BigEndian
      hadMark = true
      text = try Self.decodeUTF16(bytes, low: 1, name)
    } else {
      encoding = .utf8
      hadMark = bytes.starts(with: ByteOrderMark.utf8)
      text = try Self.decodeUTF8(hadMark ? bytes[3...] : bytes[...], of: bytes, name)
    }
  }

  private static func decodeUTF8(_ body: ArraySlice<UInt8>, of bytes: [UInt8], _ name: String) throws(FileError)
    -> String
  {
    let nul = body.firstIndex(of: 0)
    if let nul {
      throw fault(nulMessage(bytes, first: nul), in: bytes, at: nul, name)
    }
    if let text = String(validating: body, as: UTF8.self) { return text }
    let offset = UTF8Validation.firstFault(in: body) ?? body.startIndex
    let value = String(bytes[offset], radix: 16, uppercase: true)
    let message =
      looksBinary(bytes)
      ? "byte 0x\(value) at offset \(offset): this is no text file; name a text"
      : "invalid UTF-8: byte 0x\(value) at offset \(offset); save the file as UTF-8"
    throw fault(message, in: bytes, at: offset, name)
  }

  /// Every other byte of Latin text in UTF-16 is NUL; a few NULs elsewhere are damage; many are no text.
  private static func nulMessage(_ bytes: [UInt8], first: Int) -> String {
    let sample = bytes.prefix(4096)
    let even = stride(from: 0, to: sample.count, by: 2).count { sample[$0] == 0 }
    let odd = stride(from: 1, to: sample.count, by: 2).count { sample[$0] == 0 }
    let half = sample.count / 2
    let place = "NUL byte at offset \(first)"
    if max(even, odd) * 10 > half * 3, min(even, odd) * 20 < half {
      return "\(place): this looks like UTF-16 without a byte order mark; save the file as UTF-8"
    }
    if looksBinary(bytes) { return "\(place): this is no text file; name a text" }
    return "\(place); remove it or save the file as UTF-8 text"
  }

  private static func looksBinary(_ bytes: [UInt8]) -> Bool {
    let sample = bytes.prefix(4096)
    let controls = sample.count { $0 < 0x20 && !"\t\n\u{0C}\r\u{1B}".utf8.contains($0) }
    return controls * 50 > sample.count
  }

  private static func decodeUTF16(_ bytes: [UInt8], low: Int, _ name: String) throws(FileError) -> String {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var offset = 2
    while offset + 1 < bytes.count {
      units.append(UInt16(bytes[offset + low]) | UInt16(bytes[offset + 1 - low]) << 8)
      offset += 2
    }
    let text = String(validating: units, as: UTF16.self)
    if let text, offset == bytes.count, !units.contains(0) { return text }
    // The slow way, for the place of the fault.
    var line = 1
    var column = 1
    var index = 0
    var problem = "the last character is cut in half; the file is damaged"
    while index < units.count {
      let unit = units[index]
      let isPair =
        UTF16.isLeadSurrogate(unit) && index + 1 < units.count && UTF16.isTrailSurrogate(units[index + 1])
      if unit == 0 {
        problem = "NUL character; remove it"
        break
      }
      if !isPair, unit & 0xF800 == 0xD800 {
        problem = "half of a surrogate pair; the file is damaged"
        break
      }
      index += isPair ? 2 : 1
      let isBreak =
        unit == UInt16(UInt8.lineFeed)
        || (unit == UInt16(UInt8.carriageReturn) && (index == units.count || units[index] != UInt16(UInt8.lineFeed)))
      line += isBreak ? 1 : 0
      column = isBreak ? 1 : column + 1
    }
    let place = SourcePosition(file: name, line: line, column: column)
    throw FileError(.encoding, "invalid UTF-16 at offset \(2 + index * 2): \(problem)", at: place)
  }

  private static func fault(_ message: String, in bytes: [UInt8], at offset: Int, _ name: String) -> FileError {
    // What stands before the fault is valid, or was taken for what it is not: counting lead bytes serves both.
    var line = 1
    var column = 1
    let start = bytes.starts(with: ByteOrderMark.utf8) ? min(3, offset) : 0
    for index in start..<offset {
      let byte = bytes[index]
      if byte == .lineFeed || (byte == .carriageReturn && (index + 1 == bytes.count || bytes[index + 1] != .lineFeed)) {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return FileError(.encoding, message, at: SourcePosition(file: name, line: line, column: column))
  }
}
