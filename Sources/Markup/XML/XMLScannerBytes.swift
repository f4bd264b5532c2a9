/// Classes of bytes that the scanner's loops ask for.
package enum XMLScannerBytes {
  /// Bytes that a name may hold; those past ASCII are looked at again when the name is new.
  @inline(__always) package static func isName(_ byte: UInt8) -> Bool {
    // Two words of bits: letters, digits and "-.:_"; everything from 0x80 on.
    if byte >= 0x80 { return true }
    let bits: UInt64 = byte < 64 ? 0x07FF_6000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
    return bits >> UInt64(byte & 63) & 1 == 1
  }

  /// What may stand between `&` and `;`.
  package static func isReference(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "#") || isName(byte) }

  package static func isHex(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// Bytes at which a value or text needs a closer look: `&`, `<`, controls, the first byte of U+FFFE.
  @inline(__always) package static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == 0xEF
  }

  /// How many bytes from `bytes` on are plain text: none of `&`, `<`, `]`, 0xEF, and no control but TAB and LF. At most
  /// `count`.
  ///
  /// Eight bytes at a time: a byte x of a word is zero where `(w - 0x01…) & ~w & 0x80…` has its bit set (Mycroft 1987);
  /// what lies above the first hit may be false, so the last word is looked at byte by byte.
  @inline(__always)
  package static func plainTextLength(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var at = 0
    while true {
      while at + 8 <= count {
        let word = UnsafeRawPointer(bytes + at).loadUnaligned(as: UInt64.self)
        let less = word ^ (ones &* 0x3C)
        let ampersand = word ^ (ones &* 0x26)
        let bracket = word ^ (ones &* 0x5D)
        let ef = word ^ (ones &* 0xEF)
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
  @inline(__always) package static func isTextStop(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3C, 0x26, 0x5D, 0xEF: true
    case 0x09, 0x0A: false
    default: byte < 0x20
    }
  }
}
