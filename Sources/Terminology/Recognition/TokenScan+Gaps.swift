/// What parts two words.
extension TokenScan {
  /// Moves to the next word character and says what was passed.
  @inline(__always)
  func skipGap(_ text: UnsafeBufferPointer<UInt8>, _ offset: inout Int) -> Gap? {
    // The commonest gaps by far, before an ASCII letter or one from U+00C0: a space, an apostrophe, a comma and a space.
    if offset + 5 < text.count {
      let first = text[offset]
      if first == UInt8(ascii: " "), isPlain(text, offset + 1) {
        offset += 1
        return .space
      }
      if first == UInt8(ascii: "'"), isPlain(text, offset + 1) {
        offset += 1
        return .apostrophe
      }
      if first == UInt8(ascii: ","), text[offset + 1] == UInt8(ascii: " "), isPlain(text, offset + 2) {
        offset += 2
        return .other
      }
      // ’
      if first == 0xE2, text[offset + 1] == 0x80, text[offset + 2] == 0x99, isPlain(text, offset + 3) {
        offset += 3
        return .apostrophe
      }
    }
    return slowGap(text, &offset)
  }

  /// Whether a letter stands there for sure.
  @inline(__always)
  private func isPlain(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    let byte = text[place]
    return (byte | 0x20) &- UInt8(ascii: "a") < 26
      || (byte == 0xC3 && text[place + 1] != 0x97 && text[place + 1] != 0xB7)
  }

  @inline(never)
  private func slowGap(_ text: UnsafeBufferPointer<UInt8>, _ offset: inout Int) -> Gap? {
    let start = offset
    var passed = Passed()
    while offset < text.count {
      let (value, length) = Self.decode(text, at: offset)
      if value < 0x800 {
        if letters[Int(value)].isWord { break }
        if letters[Int(value)].isSkipped {
          offset += length
          continue
        }
      } else if let scalar = Unicode.Scalar(value), Self.isHighWord(scalar) {
        break
      }
      let endsReturn = offset > start && text[offset - 1] == UInt8(ascii: "\r")
      passed.add(value, afterReturn: endsReturn)
      offset += length
    }
    guard offset < text.count else { return nil }
    return offset == start ? Gap.none : passed.gap
  }

  /// What was passed between two words, by kind.
  private struct Passed {
    private var spaces = 0
    private var breaks = 0
    private var hyphens = 0
    private var apostrophes = 0
    private var dots = 0
    private var others = 0

    mutating func add(_ value: UInt32, afterReturn: Bool) {
      // A mark joins only right after a word; " - " is a dash.
      let isGlued = spaces == 0 && breaks == 0
      if LetterTable.isSpace(value) {
        spaces += 1
      } else if value == TextMark.lineFeed || value == TextMark.carriageReturn {
        if value != TextMark.lineFeed || !afterReturn { breaks += 1 }
      } else if LetterTable.isHyphen(value) {
        if isGlued { hyphens += 1 } else { others += 1 }
      } else if LetterTable.isApostrophe(value) {
        if isGlued { apostrophes += 1 } else { others += 1 }
      } else if value == TextMark.fullStop, isGlued {
        dots += 1
      } else if !TokenScan.isIgnorable(value) {
        others += 1
      }
    }

    var gap: Gap {
      let marks = hyphens + apostrophes + dots
      if others > 0 || marks > 1 || breaks > 1 { return .other }
      if hyphens == 1 { return spaces == 0 || breaks == 1 ? .hyphen : .other }
      if apostrophes == 1 { return spaces + breaks == 0 ? .apostrophe : .other }
      return dots == 1 ? .dot : .space
    }
  }
}

/// Characters by name where gaps are read.
private enum TextMark {
  static let lineFeed: UInt32 = 0x0A
  static let carriageReturn: UInt32 = 0x0D
  static let fullStop: UInt32 = 0x2E
}
