/// A word of plain Latin letters, read eight bytes at a time: ASCII letters and digits, and the letters of U+00C0 to
/// U+00FF but for those that a language compares otherwise.
///
/// Gives exactly what the letter table would give, or nothing: where a word holds anything else, ends before a character
/// that may belong to it, or has capitals inside, it is left to the slow way. Method: parallel operations on the bytes of
/// one register, as in Warren, Hacker's Delight, chapter 6.
struct LatinWord {
  /// Bytes.
  var length = 0
  var hash: UInt64 = 0
  /// Begins with a capital.
  var startsUpper = false

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let tops: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  private static func each(_ byte: UInt64) -> UInt64 { byte &* ones }

  /// The top bit of every byte of `low`, all below 0x80, that is `bound` or more.
  @inline(__always)
  private static func atLeast(_ low: UInt64, _ bound: UInt64) -> UInt64 { ((low | tops) &- each(bound)) & tops }

  /// The top bit of every byte that equals `byte`, exactly.
  @inline(__always)
  private static func equal(_ chunk: UInt64, _ byte: UInt64) -> UInt64 {
    let other = chunk ^ each(byte)
    return ~(((other & ~tops) &+ ~tops) | other) & tops
  }

  /// Eight bytes of a text, sorted by what they are; a bit is the top bit of its byte.
  private struct Chunk {
    let word: UInt64
    /// First bytes of a letter from U+00C0 to U+00FF, and second ones.
    let leads: UInt64
    let tails: UInt64
    let capitals: UInt64

    /// - Parameter carried: whether the chunk before ended in a first byte.
    @inline(__always)
    init(_ raw: UInt64, carried: UInt64) {
      let low = raw & ~tops
      let ascii = ~raw & tops
      let lower = low | each(0x20)
      let letters = atLeast(lower, 0x61) & ~atLeast(lower, 0x7B) & ascii
      let digits = atLeast(low, 0x30) & ~atLeast(low, 0x3A) & ascii
      if ascii == tops {
        (leads, tails) = (0, carried)
        word = letters | digits | carried
        capitals = letters & ~(raw << 2)
        return
      }
      leads = LatinWord.equal(raw, 0xC3)
      tails = leads << 8 | carried
      word = letters | digits | leads | tails
      // 0x9F is the second byte of ß, which is no capital.
      capitals = letters & ~(raw << 2) | (tails & ~(raw << 2) & ~LatinWord.equal(raw, 0x9F))
    }
  }

  /// Reads the word at `start`; `spelling` gets its folded bytes, with up to seven more behind them.
  /// - Parameters:
  ///   - odd: which second bytes after 0xC3 are left to the slow way, a bit each from 0x80.
  ///   - spelling: has room for `TokenScan.longestWord` bytes.
  /// - Returns: false where the word has to be read the slow way.
  @inline(__always)
  mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, at start: Int, odd: UInt64, into spelling: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    let bytes = UnsafeRawBufferPointer(text)
    let room = UnsafeMutableRawPointer(spelling)
    var carried: UInt64 = 0
    var capitals = 0
    hash = SpellingHash.start
    length = 0
    while true {
      guard start + length + 10 < text.count, length + 8 < TokenScan.longestWord else { return false }
      let raw = bytes.loadUnaligned(fromByteOffset: start + length, as: UInt64.self).littleEndian
      let chunk = Chunk(raw, carried: carried)
      let others = ~chunk.word & Self.tops
      // Bytes of the word, 0...8, and a mask of them.
      let count = others.trailingZeroBitCount >> 3
      let mask = count == 8 ? ~0 : ((1 as UInt64) << UInt64(count * 8)) &- 1
      var tails = chunk.tails & mask
      while tails != 0 {
        let place = UInt64(tails.trailingZeroBitCount - 7)
        if odd >> ((raw >> place) & 0x3F) & 1 != 0 { return false }
        tails &= tails &- 1
      }
      let upper = chunk.capitals & mask
      if upper != 0 {
        capitals += upper.nonzeroBitCount
        // A capital inside the word: the slow way tells acronyms from the rest.
        if capitals > 1 || length > 0 || upper & (0x80 | (chunk.leads & 0x80) << 8) == 0 { return false }
        startsUpper = true
      }
      let folded = (raw | upper >> 2) & mask
      room.storeBytes(of: folded.littleEndian, toByteOffset: length, as: UInt64.self)
      if count > 0 { hash = SpellingHash.step(hash, folded) }
      length += count
      if count < 8 { break }
      carried = chunk.leads >> 56
    }
    hash = SpellingHash.finish(hash)
    return length > 0 && ends(text, at: start + length)
  }

  /// Whether a word surely ends before the character at a place.
  @inline(__always)
  private func ends(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    let next = text[place]
    if next < 0x80 { return true }
    // Dashes, quotation marks, the ellipsis and the narrow no-break space, U+2010 to U+202F; then U+00A0 to U+00A7, « and ».
    if next == 0xE2 { return text[place + 1] == 0x80 && text[place + 2] >= 0x90 && text[place + 2] < 0xB0 }
    return next == 0xC2 && ((text[place + 1] & 0xF8 == 0xA0) || text[place + 1] == 0xAB || text[place + 1] == 0xBB)
  }
}
