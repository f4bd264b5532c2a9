package import Bitext
package import Files

/// Text between tags.
extension XMLScanner {
  /// The text of the current event.
  package mutating func text() throws(FileError) -> String {
    isTextUnread = false
    if !isInScratch { return try string(window.bytes(textRange), from: textRange) }
    return try scratch.withUnsafeBufferPointer { bytes throws(FileError) in try string(bytes, from: textRange) }
  }

  /// Text that is passed over must be text all the same.
  mutating func checkUnreadText() throws(FileError) {
    isTextUnread = false
    // Nearly always the white space between two tags.
    if window.bytes(textRange).allSatisfy({ $0 < 0x80 }) { return }
    if UTF8Validation.firstFault(in: window.bytes(textRange)) != nil { try repairOrThrow(invalidUTF8(in: textRange)) }
  }

  /// Whether the text of the current event is white space alone.
  package var textIsBlank: Bool {
    isInScratch
      ? scratch.allSatisfy(XMLScannerBytes.isSpace) : window.bytes(textRange).allSatisfy(XMLScannerBytes.isSpace)
  }

  /// Where the first character of the current text stands that is no white space.
  package var visibleTextPosition: SourcePosition {
    mutating get {
      if isInScratch { return position }
      let blank = window.bytes(textRange).prefix(while: XMLScannerBytes.isSpace).count
      return window.position(at: textRange.lowerBound + blank)
    }
  }

  /// How many bytes the text of the current event has.
  var textLength: Int { isInScratch ? scratch.count : textRange.count }

  /// Reads text up to the next `<`. False where it was white space outside the root, which is no event.
  mutating func readText() throws(FileError) -> Bool {
    isInScratch = false
    var at = cursor
    var pending = cursor
    while true {
      at += XMLScannerBytes.plainTextLength(window.bytes(from: at))
      if at - eventStart > limits.segmentBytes {
        throw limit(.segmentBytes, "a text of more than \(limits.segmentBytes) bytes", at: eventStart)
      }
      if window.end - at < 3, !window.isAtEnd {
        // A construct may be cut by the edge of the window.
        if at == window.end || window[at] != UInt8(ascii: "<") {
          _ = try window.refill(keeping: eventStart)
          continue
        }
      }
      guard at < window.end, window[at] != UInt8(ascii: "<") else { break }
      switch window[at] {
      case UInt8(ascii: "]"):
        if window.end - at >= 3, window[at + 1] == UInt8(ascii: "]"), window[at + 2] == UInt8(ascii: ">") {
          throw error(.malformed, "']]>' in text; write ']]&gt;'", at: at)
        }
        at += 1
      case UInt8(ascii: "&"):
        guard !open.isEmpty else { throw error(.malformed, "a reference outside the root element; remove it", at: at) }
        startScratch(&pending, upTo: at)
        var reference = try parseReference(at: at)
        while reference == nil {
          _ = try window.refill(keeping: eventStart)
          reference = try parseReference(at: at)
        }
        if let reference {
          scratch.append(contentsOf: reference.scalar.utf8)
          at += reference.length
        }
        pending = at
      case 0x0D:
        startScratch(&pending, upTo: at)
        at += 1
        if at == window.end || window[at] != .lineFeed { scratch.append(.lineFeed) }
        pending = at
      default:
        guard let fault = badCharacter(at: at) else {
          at += 1
          continue
        }
        try repairOrThrow(fault.error)
        startScratch(&pending, upTo: at)
        scratch += UInt8.replacementCharacter
        at += fault.length
        pending = at
      }
    }
    if isInScratch { scratch.append(contentsOf: window.bytes(pending..<at)) }
    textRange = eventStart..<at
    cursor = at
    if !open.isEmpty {
      isTextUnread = true
      return true
    }
    if textIsBlank { return false }
    let place = hasRoot ? "after the root element; remove it" : "before the first element: this is no XML"
    throw error(.malformed, "text \(place)", at: eventStart)
  }

  /// Begins or goes on with text that differs from the bytes of the file.
  private mutating func startScratch(_ pending: inout Int, upTo at: Int) {
    if !isInScratch {
      isInScratch = true
      scratch.removeAll(keepingCapacity: true)
    }
    scratch.append(contentsOf: window.bytes(pending..<at))
    pending = at
  }

  /// Reads `<![CDATA[…]]>` at the cursor as text.
  mutating func readCharacterData() throws(FileError) {
    isInScratch = true
    isTextUnread = true
    scratch.removeAll(keepingCapacity: true)
    cursor += 9
    if repair != nil, cursor < barren.data { throw endOfFile() }
    while true {
      if window.end - cursor < 3 {
        do throws(FileError) { try need(3) } catch {
          barren.data = window.end
          throw error
        }
      }
      let byte = window[cursor]
      if byte == UInt8(ascii: "]"), window[cursor + 1] == byte, window[cursor + 2] == UInt8(ascii: ">") {
        cursor += 3
        textRange = eventStart..<cursor
        return
      }
      if byte == .carriageReturn {
        if window[cursor + 1] != .lineFeed { scratch.append(.lineFeed) }
        cursor += 1
      } else if let fault = badCharacter(at: cursor) {
        try repairOrThrow(fault.error)
        scratch += UInt8.replacementCharacter
        cursor += fault.length
      } else {
        scratch.append(byte)
        cursor += 1
      }
      if cursor - eventStart > limits.segmentBytes {
        throw limit(.segmentBytes, "a text of more than \(limits.segmentBytes) bytes", at: eventStart)
      }
    }
  }
}
