/// 248 bits, one set for each element (word and occurrence) of a text: if a bit is set in one text and not in the other,
/// an element is missing there. The last 8 bits hold how many bits are set.
struct WordSignature {
  /// 64-bit words of a signature.
  static let size = 4
  private static let countShift: UInt64 = 56

  private(set) var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  /// - Parameter rank: the element's number in its segment.
  mutating func insert(_ rank: Int) {
    let mixed = (UInt64(truncatingIfNeeded: rank) &* 0x9E37_79B9_7F4A_7C15) >> 32
    let bit = (mixed &* 248) >> 32
    // By address: which of the four it is cannot be guessed, and a wrong guess costs more than all the rest.
    withUnsafeMutableBytes(of: &words) { words in
      words.withMemoryRebound(to: UInt64.self) { $0[Int(truncatingIfNeeded: bit >> 6)] |= 1 << (bit & 63) }
    }
  }

  /// How many bits are set.
  var count: Int {
    words.0.nonzeroBitCount + words.1.nonzeroBitCount + words.2.nonzeroBitCount + words.3.nonzeroBitCount
  }

  /// As it is stored: with the number of bits.
  var stored: (UInt64, UInt64, UInt64, UInt64) {
    (words.0, words.1, words.2, words.3 | UInt64(count) << Self.countShift)
  }

  /// A lower bound of the edit distance to a stored signature: the elements that one side has and the other lacks, on
  /// the side that has more.
  /// - Parameters:
  ///   - stored: the four words of a stored signature.
  ///   - missing: this signature's `count` and the elements of the text that no signature knows.
  @inline(__always)
  func distanceBound(_ stored: UnsafePointer<UInt64>, count: Int, unknown: Int) -> Int {
    let last = stored[3]
    let common = Self.bits(words.0 & stored[0], words.1 & stored[1], words.2 & stored[2], words.3 & last)
    let others = Int(truncatingIfNeeded: last >> Self.countShift)
    return max(count &+ unknown, others) &- common
  }

  /// Bits set in four words, at most 248 together. Sideways addition (Knuth, TAOCP 7.1.3), since the instruction that
  /// counts bits is not in every processor that this is built for.
  @inline(__always)
  private static func bits(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) -> Int {
    @inline(__always) func nibbles(_ x: UInt64) -> UInt64 {
      let pairs = x &- (x >> 1 & 0x5555_5555_5555_5555)
      return (pairs & 0x3333_3333_3333_3333) &+ (pairs >> 2 & 0x3333_3333_3333_3333)
    }
    let (low, high) = (nibbles(a) &+ nibbles(b), nibbles(c) &+ nibbles(d))
    let mask: UInt64 = 0x0F0F_0F0F_0F0F_0F0F
    let bytes = (low & mask) &+ (low >> 4 & mask) &+ (high & mask) &+ (high >> 4 & mask)
    return Int(truncatingIfNeeded: (bytes &* 0x0101_0101_0101_0101) >> 56)
  }
}
