import Testing

@testable import Files

@Suite struct ContentHashTests {
  /// Written to disk by every version: if one of these changes, old files are no longer understood.
  @Test func theHashNeverChanges() {
    // Worked out by hand from the rule in the documentation.
    func slow(_ bytes: [UInt8]) -> UInt64 {
      var hash: UInt64 = 0x243F_6A88_85A3_08D3
      func take(_ word: UInt64) {
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
      }
      var word: UInt64 = 0
      for (place, byte) in bytes.enumerated() {
        word |= UInt64(byte) << UInt64(place % 8 * 8)
        if place % 8 == 7 {
          take(word)
          word = 0
        }
      }
      take(word)
      take(UInt64(bytes.count))
      return hash
    }
    for count in [0, 1, 7, 8, 9, 16, 31, 100] {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + 1) }
      #expect(ContentHash.of(bytes) == slow(bytes))
    }
  }

  @Test func aZeroAtTheEndCounts() { #expect(ContentHash.of([97]) != ContentHash.of([97, 0])) }
}
