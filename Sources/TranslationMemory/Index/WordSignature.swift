/// 128 bits, one set for each word of a text: if a bit is set in one and not in the other, a word is missing there.
struct WordSignature {
  var low: UInt64 = 0
  var high: UInt64 = 0

  mutating func insert(_ word: Int) {
    let bit = UInt64(truncatingIfNeeded: word) &* 0x9E37_79B9_7F4A_7C15 >> 57
    if bit < 64 { low |= 1 << bit } else { high |= 1 << (bit - 64) }
  }

  /// A lower bound of the edit distance: the words that one has and the other lacks, on the side that has more.
  /// - Parameter unknown: words of the query that stand in no signature.
  @inline(__always)
  func distanceBound(low otherLow: UInt64, high otherHigh: UInt64, unknown: Int) -> Int {
    let missing = (low & ~otherLow).nonzeroBitCount + (high & ~otherHigh).nonzeroBitCount + unknown
    let added = (otherLow & ~low).nonzeroBitCount + (otherHigh & ~high).nonzeroBitCount
    return max(missing, added)
  }
}
