internal import Bitext
package import Files

/// Names, attribute values, references and faults.
extension XMLScanner {
  /// Bytes that all different names of a document may have together, however small its segments are.
  private static var roomForNames: Int { 1 << 16 }

  /// The number of the name at `at`, which is moved behind it; nil where it may go on past the window.
  mutating func parseName(_ at: inout Int) throws(FileError) -> Int? {
    let begin = at
    let bytes = window.bytes(from: at)
    let guess = names.expected(bytes)
    if guess >= 0 {
      at += names.length(guess)
      return guess
    }
    var count = 0
    while count < bytes.count, XMLScannerBytes.isName(bytes[count]) { count += 1 }
    guard count <= limits.nameBytes else {
      throw limit(.nameBytes, "a name of more than \(limits.nameBytes) bytes", at: begin)
    }
    guard count < bytes.count else { return nil }
    at += count
    let name = window.bytes(begin..<at)
    if let known = names.find(name) {
      names.follow(known)
      return known
    }
    guard let spelt = String(validating: name, as: UTF8.self) else { throw invalidUTF8(in: begin..<at) }
    guard XMLCharacters.isName(spelt) else {
      let isTag = begin == eventStart + 1
      throw error(
        .malformed, isTag ? "'<' that starts no tag; write '&lt;'" : "a name is expected here; correct the mark-up",
        at: isTag ? eventStart : begin)
    }
    guard XMLNames.isQualified(name) else {
      throw error(.malformed, "'\(spelt)' has a colon that parts nothing; write prefix:name", at: begin)
    }
    guard names.count < limits.names, names.bytes < max(limits.segmentBytes, Self.roomForNames) else {
      throw limit(.names, "more than \(limits.names) different names", at: begin)
    }
    return names.number(spelt)
  }

  mutating func skipSpace(_ at: inout Int) {
    let bytes = window.bytes(from: at)
    var count = 0
    while count < bytes.count, XMLScannerBytes.isSpace(bytes[count]) { count += 1 }
    at += count
  }

  /// The quoted value at `at`, normalised as section 3.3.3 says; nil where it may go on past the window.
  mutating func parseValue(_ at: inout Int) throws(FileError) -> String? {
    let quote = window[at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw error(.malformed, "an attribute's value must stand in quotation marks; add them", at: at)
    }
    at += 1
    let begin = at
    let bytes = window.bytes(from: at)
    var count = 0
    while count < bytes.count, bytes[count] != quote, !XMLScannerBytes.isSpecial(bytes[count]) { count += 1 }
    at += count
    if count > limits.attributeBytes { throw attributeLimit(begin) }
    guard count < bytes.count else { return nil }
    if bytes[count] == quote {
      at += 1
      return try string(UnsafeBufferPointer(rebasing: bytes[..<count]), from: begin..<begin + count)
    }
    return try parseHardValue(&at, from: begin, quote)
  }

  /// A value with references, white space to be normalised, or a fault.
  private mutating func parseHardValue(_ at: inout Int, from begin: Int, _ quote: UInt8) throws(FileError)
    -> String?
  {
    var value = Array(window.bytes(begin..<at))
    while at < window.end {
      let byte = window[at]
      if value.count > limits.attributeBytes { throw attributeLimit(begin) }
      switch byte {
      case quote:
        at += 1
        return try value.withUnsafeBufferPointerTyped { bytes throws(FileError) in
          try string(bytes, from: begin..<at - 1)
        }
      case UInt8(ascii: "<"):
        throw error(.malformed, "'<' inside an attribute's value; write '&lt;', or close the value", at: at)
      case UInt8(ascii: "&"):
        guard let reference = try parseReference(at: at) else { return nil }
        value.append(contentsOf: reference.scalar.utf8)
        at += reference.length
      case 0x09, 0x0A, 0x20:
        value.append(.space)
        at += 1
      case 0x0D:
        guard at + 1 < window.end else { return nil }
        if window[at + 1] != .lineFeed { value.append(.space) }
        at += 1
      default:
        guard window.end - at >= 3 || window.isAtEnd else { return nil }
        if let fault = badCharacter(at: at) {
          try repairOrThrow(fault.error)
          value += UInt8.replacementCharacter
          at += fault.length
        } else {
          value.append(byte)
          at += 1
        }
      }
    }
    return nil
  }

  /// Resolves the reference at `at`; nil where it may go on past the window.
  mutating func parseReference(at: Int) throws(FileError) -> (length: Int, scalar: Unicode.Scalar)? {
    var end = at + 1
    while end < window.end, end - at <= limits.nameBytes, XMLScannerBytes.isReference(window[end]) { end += 1 }
    guard end < window.end || window.isAtEnd else { return nil }
    if end == window.end { throw endOfFile() }
    let body = String(decoding: window.bytes(at + 1..<end), as: UTF8.self)
    guard window[end] == UInt8(ascii: ";"), !body.isEmpty else {
      throw error(.malformed, "'&' that starts no reference; write '&amp;'", at: at)
    }
    let length = end + 1 - at
    switch body {
    case "amp": return (length, "&")
    case "lt": return (length, "<")
    case "gt": return (length, ">")
    case "quot": return (length, "\"")
    case "apos": return (length, "'")
    default:
      guard body.utf8.first == UInt8(ascii: "#") else { throw entityError(body, at: at) }
      if let scalar = Self.characterReference(body), XMLCharacters.isCharacter(scalar) { return (length, scalar) }
      try repairOrThrow(error(.malformed, "&\(body); is no character that XML 1.0 allows; remove it", at: at))
      return (length, "\u{FFFD}")
    }
  }

  private static func characterReference(_ body: String) -> Unicode.Scalar? {
    let digits = body.utf8.dropFirst()
    // "X", signs and the like are no digits, though Swift would read some of them.
    let isHex = digits.first == UInt8(ascii: "x")
    let number = isHex ? digits.dropFirst() : digits
    guard !number.isEmpty, number.allSatisfy({ isHex ? XMLScannerBytes.isHex($0) : $0.isDigit }) else { return nil }
    // However many zeros come before it.
    let value = number.drop { $0 == UInt8(ascii: "0") }
    return UInt32(Substring(value.isEmpty ? number.suffix(1) : value), radix: isHex ? 16 : 10)
      .flatMap(Unicode.Scalar.init)
  }

  private mutating func entityError(_ name: String, at offset: Int) -> FileError {
    if declaredEntities.contains(name) {
      let message = "entity &\(name); is declared in the document; user entities are not expanded: write its text"
      return error(.entity, message, at: offset)
    }
    return error(
      .entity, "entity &\(name); is not one of XML's five; write the character itself, or '&amp;\(name);'", at: offset)
  }

  /// The string of bytes that come from a range of the document, which is longer where references were resolved.
  package mutating func string(_ bytes: UnsafeBufferPointer<UInt8>, from range: Range<Int>) throws(FileError) -> String
  {
    let text = String(unsafeUninitializedCapacity: bytes.count) { $0.initialize(fromContentsOf: bytes) }
    // What is malformed was replaced by U+FFFD, three bytes. That leaves the length as it was only for a sequence of four
    // that was cut after three; so the length tells, unless such a sequence starts somewhere.
    if text.utf8.count == bytes.count, bytes.reduce(0, { max($0, $1) }) < 0xF0 { return text }
    guard UTF8Validation.firstFault(in: bytes) != nil else { return text }
    try repairOrThrow(invalidUTF8(in: range))
    return text
  }

  /// The fault of the first byte in a range that is no UTF-8.
  mutating func invalidUTF8(in range: Range<Int>) -> FileError {
    let bytes = window.bytes(range)
    let fault = UTF8Validation.firstFault(in: bytes) ?? 0
    let byte = fault < bytes.count ? bytes[fault] : 0
    return invalidUTF8(byte: byte, at: range.lowerBound + fault)
  }

  private mutating func invalidUTF8(byte: UInt8, at offset: Int) -> FileError {
    let value = String(byte, radix: 16, uppercase: true)
    return error(.encoding, "invalid UTF-8: byte 0x\(value); save the file in the encoding it declares", at: offset)
  }

  /// What is wrong with the character at an offset that `XMLScannerBytes.isSpecial` pointed at, and how many bytes it has;
  /// nil where it is allowed.
  mutating func badCharacter(at offset: Int) -> (error: FileError, length: Int)? {
    let byte = window[offset]
    if byte < .space, byte != .tab, byte != .lineFeed, byte != .carriageReturn {
      let code = String(byte, radix: 16, uppercase: true)
      let name = byte == 0 ? "a NUL" : "control character U+00\(byte < 16 ? "0" : "")\(code)"
      return (error(.malformed, "\(name) is not allowed in XML; remove it", at: offset), 1)
    }
    guard byte == 0xEF, window.end - offset >= 3, window[offset + 1] == 0xBF, window[offset + 2] >= 0xBE else {
      return nil
    }
    let code = window[offset + 2] == 0xBE ? "U+FFFE" : "U+FFFF"
    return (error(.malformed, "\(code) is no character; remove it", at: offset), 3)
  }

  func repairOrThrow(_ error: FileError) throws(FileError) {
    guard let repair else { throw error }
    repair(error)
  }

  package mutating func error(_ reason: FileError.Reason, _ message: String, at offset: Int) -> FileError {
    FileError(reason, message, at: window.position(at: offset))
  }

  package mutating func limit(_ name: ReadingLimits.Name, _ message: String, at offset: Int) -> FileError {
    error(.limit(name), "\(message); raise the limit '\(name.rawValue)' if the file is to be trusted", at: offset)
  }

  private mutating func attributeLimit(_ offset: Int) -> FileError {
    limit(.attributeBytes, "an attribute of more than \(limits.attributeBytes) bytes", at: offset)
  }

  mutating func endOfFile() -> FileError {
    let inside = open.last.map { " inside <\(names.spelt[$0])>" } ?? ""
    return error(.malformed, "unexpected end of file\(inside); get the whole file", at: window.end)
  }
}

extension Array where Element == UInt8 {
  /// `withUnsafeBufferPointer` with a typed error.
  fileprivate func withUnsafeBufferPointerTyped<R>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(FileError) -> R
  ) throws(FileError) -> R {
    try withUnsafeBufferPointer { bytes throws(FileError) in try body(bytes) }
  }
}

extension Unicode.Scalar {
  /// Its bytes in UTF-8.
  package var utf8: String.UTF8View { String(self).utf8 }
}
