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
      guard !hasDocumentType else { throw error(.malformed, "a second document type; keep one", at: cursor) }
      hasDocumentType = true
      cursor += 9
      try readDocumentType()
      return false
    }
    if window.end - cursor < 9, window.isAtEnd { throw endOfFile() }
    throw error(.malformed, "'<!' that starts no comment; write '&lt;!'", at: eventStart)
  }

  mutating func readInstruction() throws(FileError) {
    let begin = eventStart
    cursor += 2
    let target = try readTarget()
    let end = cursor
    if target.lowercased() == "xml" {
      guard begin == 0 else {
        throw error(
          .malformed, "an XML declaration inside the document: two files were joined; split them", at: begin)
      }
      guard target == "xml" else {
        throw error(.malformed, "the XML declaration begins with '<?xml', in small letters; write it so", at: begin)
      }
      return try readXMLDeclaration()
    }
    if target.utf8.contains(UInt8(ascii: ":")) {
      throw error(.malformed, "a colon in the target of an instruction; remove it", at: begin)
    }
    var isWhole = try isNext("?>")
    if end < window.end, XMLScannerBytes.isSpace(window[end]) { isWhole = true }
    guard isWhole else {
      throw error(.malformed, "the target of an instruction is followed by something else; write a space", at: end)
    }
    if repair != nil, cursor < barren.instruction { throw endOfFile() }
    do throws(FileError) { try skip(until: "?>") } catch {
      if window.isAtEnd { barren.instruction = window.end }
      throw error
    }
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
  private mutating func readXMLDeclaration() throws(FileError) {
    var end = cursor
    while true {
      while end < window.end, window[end] != UInt8(ascii: "?"), window[end] != UInt8(ascii: ">") { end += 1 }
      if end + 1 < window.end || end - eventStart > limits.nameBytes { break }
      if try !window.refill(keeping: eventStart) { break }
    }
    if let fault = XMLDeclaration.fault(in: window.bytes(cursor..<end)) {
      throw error(.malformed, fault.message, at: cursor + fault.at)
    }
    cursor = end
    guard try isNext("?>") else {
      throw error(.malformed, "the XML declaration is not closed; write '?>'", at: min(end, window.end))
    }
    cursor += 2
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
      // A reader that resumes must find what an unclosed construct swallows, however long the file is.
      if repair != nil, cursor - eventStart > limits.segmentBytes {
        throw limit(.segmentBytes, "a construct of more than \(limits.segmentBytes) bytes", at: eventStart)
      }
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
      if try !window.refill(keeping: repair == nil ? cursor : eventStart) {
        if window.isAtEnd, cursor < window.end { continue }
        throw endOfFile()
      }
    }
  }

  private mutating func checkUTF8(_ range: Range<Int>) throws(FileError) {
    if UTF8Validation.firstFault(in: window.bytes(range)) != nil { try repairOrThrow(invalidUTF8(in: range)) }
  }

  /// Moves behind `<!DOCTYPE …>`. Nothing in it is used; the names of its entities are kept for messages.
  private mutating func readDocumentType() throws(FileError) {
    // Read whole, again when it was not in the window: it is small, or refused.
    while true {
      var type = XMLDocumentType(window.bytes(from: eventStart), from: cursor - eventStart, maximumDepth: limits.depth)
      switch type.run() {
      case nil:
        try checkCharacters(eventStart..<eventStart + type.at)
        declaredEntities = type.entities
        cursor = eventStart + type.at
        return
      case .fault(let message, let at):
        try checkCharacters(eventStart..<eventStart + at)
        throw error(.malformed, message, at: eventStart + at)
      case .cut:
        if window.end - eventStart > limits.declarationBytes {
          throw limit(
            .declarationBytes, "a document type of more than \(limits.declarationBytes) bytes", at: eventStart)
        }
        if try !window.refill(keeping: eventStart) {
          try checkCharacters(eventStart..<window.end)
          throw endOfFile()
        }
      }
    }
  }

  /// Whether a range holds only what a document may.
  private mutating func checkCharacters(_ range: Range<Int>) throws(FileError) {
    if UTF8Validation.firstFault(in: window.bytes(range)) != nil { throw invalidUTF8(in: range) }
    for offset in range {
      if XMLScannerBytes.isSpecial(window[offset]), let fault = badCharacter(at: offset) { throw fault.error }
    }
  }

  /// After a fault: goes on at the next tag of that name, as if `path` were the open elements.
  /// - Returns: false if there is none.
  package mutating func resume(at name: [UInt8], in path: [Int]) throws(FileError) -> Bool {
    isEmptyElement = false
    isTextUnread = false
    open = path
    namespaces.close(to: open.count)
    schema?.resume(depth: path.count)
    hasRoot = true
    let tag = [UInt8(ascii: "<")] + name
    cursor = min(max(restart ?? (eventStart + 1), window.start), window.end)
    restart = nil
    while true {
      let bytes = window.bytes(from: cursor)
      var at = 0
      while let hit = ByteSearch.first(tag[0], in: UnsafeBufferPointer(rebasing: bytes[at...])) {
        at += hit
        guard bytes.count - at > tag.count else { break }
        if bytes[at...].starts(with: tag), !XMLScannerBytes.isName(bytes[at + tag.count]) {
          cursor += at
          return true
        }
        at += 1
      }
      // What is shorter than a tag at the edge is looked at with what follows.
      cursor += max(0, bytes.count - tag.count)
      eventStart = cursor
      if try !window.refill(keeping: cursor) {
        cursor = window.end
        eventStart = cursor
        return false
      }
    }
  }
}
