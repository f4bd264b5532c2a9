internal import Files

/// Classes of bytes that the scanner's loops ask for.
enum XMLScannerBytes {
  /// The first byte of U+FFFE and U+FFFF, which no document may hold, and of characters that it may.
  private static var firstOfNoncharacter: UInt8 { 0xEF }

  /// Bytes that a name may hold; those past ASCII are looked at again when the name is new.
  @inline(__always) static func isName(_ byte: UInt8) -> Bool {
    // Two words of bits: letters, digits and "-.:_"; everything from 0x80 on.
    if byte >= 0x80 { return true }
    let bits: UInt64 = byte < 64 ? 0x07FF_6000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
    return bits >> UInt64(byte & 63) & 1 == 1
  }

  /// White space between the parts of a construct.
  @inline(__always) static func isSpace(_ byte: UInt8) -> Bool {
    byte == .space || byte == .lineFeed || byte == .carriageReturn || byte == .tab
  }

  /// What may stand between `&` and `;`.
  static func isReference(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "#") || isName(byte) }

  static func isHex(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
      UInt8(ascii: "a")...UInt8(ascii: "f"):
      true
    default: false
    }
  }

  /// Bytes at which a value or text needs a closer look: `&`, `<`, controls, the first byte of U+FFFE.
  @inline(__always) static func isSpecial(_ byte: UInt8) -> Bool {
    byte < .space || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == firstOfNoncharacter
  }

  /// How many bytes from `bytes` on are plain text: none of `&`, `<`, `]`, no `firstOfNoncharacter`, and no control but TAB and LF.
  ///
  /// Eight bytes at a time: a byte x of a word is zero where `(w - 0x01…) & ~w & 0x80…` has its bit set (Mycroft 1987);
  /// what lies above the first hit may be false, so the last word is looked at byte by byte.
  @inline(__always)
  static func plainTextLength(_ buffer: UnsafeBufferPointer<UInt8>) -> Int {
    guard let bytes = buffer.baseAddress else { return 0 }
    let count = buffer.count
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var at = 0
    while true {
      while at + 8 <= count {
        let word = UnsafeRawPointer(bytes + at).loadUnaligned(as: UInt64.self)
        let less = word ^ (ones &* UInt64(UInt8(ascii: "<")))
        let ampersand = word ^ (ones &* UInt64(UInt8(ascii: "&")))
        let bracket = word ^ (ones &* UInt64(UInt8(ascii: "]")))
        let ef = word ^ (ones &* UInt64(firstOfNoncharacter))
        let hits =
          ((less &- ones) & ~less) | ((ampersand &- ones) & ~ampersand) | ((bracket &- ones) & ~bracket)
          | ((ef &- ones) & ~ef) | ((word &- ones &* 0x20) & ~word)
        if hits & highs != 0 { break }
        at += 8
      }
      let stop = min(at + 8, count)
      while at < stop, !isTextStop(bytes[at]) { at += 1 }
      if at < stop || at == count { return at }
    }
  }

  /// The same a byte at a time.
  @inline(__always) static func isTextStop(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "]"), firstOfNoncharacter: true
    case .tab, .lineFeed: false
    default: byte < .space
    }
  }
}
