internal import Bitext
package import Files

/// Declarations, comments and processing instructions: read for their faults and left out.
extension XMLScanner {
  /// Reads what starts with `<!`. True where it is text (CDATA).
  mutating func readDeclaration() throws(FileError) -> Bool {
    if try isNext("<!--") {
      cursor += 4
      try skipComment()
      return false
    }
    if try isNext("<![CDATA[") {
      guard !open.isEmpty else {
        throw error(.malformed, "text outside the root element; remove it", at: eventStart)
      }
      try readCharacterData()
      return true
    }
    if try isNext("<!DOCTYPE") {
      guard !hasRoot else {
        throw error(.malformed, "a document type after the root began: two files were joined; split them", at: cursor)
      }
      cursor += 9
      try skipDocumentType()
      return false
    }
    if window.end - cursor < 9, window.isAtEnd { throw endOfFile() }
    throw error(.malformed, "'<!' that starts no comment; write '&lt;!'", at: eventStart)
  }

  mutating func readInstruction() throws(FileError) {
    let begin = eventStart
    cursor += 2
    var target = try readTarget()
    if target.lowercased() == "xml" {
      guard begin == 0 else {
        throw error(
          .malformed, "an XML declaration inside the document: two files were joined; split them", at: begin)
      }
      try checkDeclaration()
      target = ""
    }
    try skip(until: "?>")
  }

  private mutating func readTarget() throws(FileError) -> String {
    while true {
      var at = cursor
      if let name = try parseName(&at) {
        cursor = at
        return names.spelt[name]
      }
      if try !window.refill(keeping: eventStart) { throw endOfFile() }
    }
  }

  /// The XML declaration: only its form; the encoding was settled before.
  private mutating func checkDeclaration() throws(FileError) {
    var end = cursor
    while true {
      while end < window.end, window[end] != UInt8(ascii: "?") { end += 1 }
      if end < window.end { break }
      if end - eventStart > 4096 { break }
      if try !window.refill(keeping: eventStart) { throw endOfFile() }
    }
    let text = String(decoding: window.bytes(cursor..<end), as: UTF8.self)
    let words = text.split { $0 == "=" || $0.isWhitespace }.first
    guard words == "version" else {
      throw error(.malformed, "the XML declaration lacks its version; write <?xml version=\"1.0\"?>", at: eventStart)
    }
  }

  private mutating func skipComment() throws(FileError) {
    try skip(until: "--")
    try need(1)
    guard window[cursor] == UInt8(ascii: ">") else {
      throw error(.malformed, "'--' inside a comment; write '- -'", at: cursor)
    }
    cursor += 1
  }

  /// Moves behind the next occurrence of two bytes, checking the characters on the way.
  private mutating func skip(until end: StaticString) throws(FileError) {
    let (first, second) = end.withUTF8Buffer { ($0[0], $0[1]) }
    while true {
      // Sequences are at most four bytes: what is nearer to the edge is looked at with what follows.
      let edge = window.isAtEnd ? window.end : window.end - 4
      let begin = cursor
      while cursor < edge {
        let byte = window[cursor]
        if byte == first, cursor + 1 < window.end, window[cursor + 1] == second {
          try checkUTF8(begin..<cursor)
          cursor += 2
          return
        }
        if XMLScannerBytes.isSpecial(byte), let fault = badCharacter(at: cursor) { try repairOrThrow(fault.error) }
        cursor += 1
      }
      while cursor > begin, cursor < window.end, window[cursor] & 0xC0 == 0x80 { cursor -= 1 }
      try checkUTF8(begin..<cursor)
      if try !window.refill(keeping: cursor) {
        if window.isAtEnd, cursor < window.end { continue }
        throw endOfFile()
      }
    }
  }

  private mutating func checkUTF8(_ range: Range<Int>) throws(FileError) {
    if UTF8Validation.firstFault(in: window.bytes(range)) != nil { try repairOrThrow(invalidUTF8(in: range)) }
  }

  /// Moves behind `<!DOCTYPE …>`. Nothing in it is used; the names of its entities are kept for messages.
  private mutating func skipDocumentType() throws(FileError) {
    // Read whole, again when it was not in the window: it is small, or refused.
    while true {
      if let end = try documentTypeEnd() {
        cursor = end
        return
      }
      if window.end - eventStart > limits.declarationBytes {
        throw limit(
          .declarationBytes, "a document type of more than \(limits.declarationBytes) bytes", at: eventStart)
      }
      if try !window.refill(keeping: eventStart) { throw endOfFile() }
    }
  }

  private mutating func documentTypeEnd() throws(FileError) -> Int? {
    var at = cursor
    var isInSubset = false
    while at < window.end {
      let byte = window[at]
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let end = find(byte, from: at + 1) else { return nil }
        at = end + 1
      case UInt8(ascii: "["):
        isInSubset = true
        at += 1
      case UInt8(ascii: "]"):
        isInSubset = false
        at += 1
      case UInt8(ascii: ">"):
        if !isInSubset { return at + 1 }
        throw error(.malformed, "'>' that ends nothing, in the document type; remove it", at: at)
      case UInt8(ascii: "<"):
        guard isInSubset else {
          throw error(.malformed, "the document type is not closed; write '>' before this", at: at)
        }
        guard let end = try subsetDeclarationEnd(at) else { return nil }
        at = end
      default:
        if let fault = badCharacter(at: at) { throw fault.error }
        at += 1
      }
    }
    return nil
  }

  private mutating func subsetDeclarationEnd(_ begin: Int) throws(FileError) -> Int? {
    guard window.end - begin >= 9 else { return nil }
    let head = String(decoding: window.bytes(begin..<begin + 9), as: UTF8.self)
    if head.hasPrefix("<!--") { return find("-->", from: begin + 4) }
    if head.hasPrefix("<?") { return find("?>", from: begin + 2) }
    guard head.hasPrefix("<!") else {
      throw error(.malformed, "a tag inside the document type; close it with ']>' first", at: begin)
    }
    var at = begin + 2
    while at < window.end, window[at] != UInt8(ascii: ">") {
      if window[at] == UInt8(ascii: "\"") || window[at] == UInt8(ascii: "'") {
        guard let end = find(window[at], from: at + 1) else { return nil }
        at = end
      }
      at += 1
    }
    guard at < window.end else { return nil }
    if head.hasPrefix("<!ENTITY") {
      let words = String(decoding: window.bytes(begin + 8..<at), as: UTF8.self).split { $0.isWhitespace }
      if let name = words.first, declaredEntities.count < 1_000 { declaredEntities.insert(String(name)) }
    }
    return at + 1
  }

  private func find(_ byte: UInt8, from begin: Int) -> Int? {
    var at = begin
    while at < window.end {
      if window[at] == byte { return at }
      at += 1
    }
    return nil
  }

  /// The offset behind the next occurrence of the bytes.
  private func find(_ wanted: StaticString, from begin: Int) -> Int? {
    let count = wanted.utf8CodeUnitCount
    var at = begin
    while at + count <= window.end {
      let bytes = window.pointer(at: at)
      if wanted.withUTF8Buffer({ target in (0..<count).allSatisfy { bytes[$0] == target[$0] } }) { return at + count }
      at += 1
    }
    return nil
  }

  /// After a fault: forgets what was open beyond `depth` elements and goes on at the next tag of that name.
  /// - Returns: false where there is none.
  package mutating func resume(at name: StaticString, depth: Int) throws(FileError) -> Bool {
    isEmptyElement = false
    open.removeLast(max(0, open.count - depth))
    while let last = prefixes.last, last.depth > open.count { prefixes.removeLast() }
    let length = name.utf8CodeUnitCount
    cursor = max(eventStart + 1, window.start)
    while true {
      while cursor + length + 2 <= window.end {
        let bytes = window.pointer(at: cursor)
        let isTag =
          bytes[0] == UInt8(ascii: "<")
          && name.withUTF8Buffer { wanted in (0..<length).allSatisfy { bytes[1 + $0] == wanted[$0] } }
          && !XMLScannerBytes.isName(bytes[1 + length])
        if isTag { return true }
        cursor += 1
      }
      eventStart = cursor
      if try !window.refill(keeping: cursor) {
        cursor = window.end
        return false
      }
    }
  }
}
