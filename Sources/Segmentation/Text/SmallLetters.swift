/// Small letters for capitals, byte by byte, without a string: the alphabets whose letters are two bytes long (Latin, Greek,
/// Cyrillic, Armenian) and ASCII. What has no small letter of the same length stays as it is; the Turkish İ becomes i.
enum SmallLetters {
  /// Calls `body` with the word in small letters, or with nil where it has no capital.
  @inline(__always)
  static func withFolded<Result>(
    _ word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>?) -> Result
  ) -> Result {
    guard hasCapital(word) else { return body(nil) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(word.count, 1)) { folded in
      var count = 0
      var index = 0
      func put(_ byte: UInt8) {
        folded.initializeElement(at: count, to: byte)
        count += 1
      }
      // SAFETY: never more bytes are written than were read, and `body` sees only those.
      while index < word.count {
        let byte = word[index]
        if byte >= 0xC3, byte < 0xD8, index + 1 < word.count {
          let small = table[Int(byte & 0x1F) << 6 | Int(word[index + 1] & 0x3F)]
          if small < 0x80 {
            put(UInt8(truncatingIfNeeded: small))
          } else {
            put(0xC0 | UInt8(truncatingIfNeeded: small >> 6))
            put(0x80 | UInt8(truncatingIfNeeded: small & 0x3F))
          }
          index += 2
        } else {
          put(byte &- 0x41 < 26 ? byte | 0x20 : byte)
          index += 1
        }
      }
      return body(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(folded)[..<count]))
    }
  }

  private static func hasCapital(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index < word.count {
      let byte = word[index]
      if byte &- 0x41 < 26 { return true }
      if byte >= 0xC3, byte < 0xD8, index + 1 < word.count {
        let scalar = Int(byte & 0x1F) << 6 | Int(word[index + 1] & 0x3F)
        if table[scalar] != UInt16(truncatingIfNeeded: scalar) { return true }
        index += 1
      }
      index += 1
    }
    return false
  }

  /// The small letter of each scalar below U+0600, itself where there is none of at most two bytes.
  private static let table: [UInt16] = (0..<0x600).map { (value: UInt16) in
    if value == 0x130 { return 0x69 }
    let small = Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars.first?.value ?? UInt32(value)
    return small < 0x800 ? UInt16(truncatingIfNeeded: small) : value
  }
}
