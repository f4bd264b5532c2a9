/// First and last letters and lengths of a set of folded words: what tells most words of a text that are none of them,
/// before anything is folded.
struct WordShapes: Sendable {
  /// For each first letter a to z, a bit for each length in bytes, the last for all longer ones.
  private var lengths = [UInt32](repeating: 0, count: 26)
  /// For each first letter, a bit for each last letter, and one for all that is no letter.
  private var ends = [UInt32](repeating: 0, count: 26)
  /// Whether some begin with another letter.
  private var hasOthers = false

  init(_ words: some Sequence<String>) {
    for word in words {
      guard let letter = Self.letter(word.utf8.first ?? 0) else {
        hasOthers = true
        continue
      }
      lengths[letter] |= Self.bit(word.utf8.count)
      ends[letter] |= Self.bit(Self.letter(word.utf8.last ?? 0) ?? 26)
    }
  }

  /// Whether a word's folded key may be in the set; words with letters beyond ASCII always may.
  func mayHave(_ word: ArraySlice<UInt8>) -> Bool {
    for byte in word where byte >= 0x80 { return true }
    guard let letter = word.first.flatMap(Self.letter) else { return hasOthers }
    return lengths[letter] & Self.bit(word.count) != 0
      && ends[letter] & Self.bit(word.last.flatMap(Self.letter) ?? 26) != 0
  }

  private static func bit(_ length: Int) -> UInt32 { 1 << UInt32(min(length, 31)) }

  private static func letter(_ byte: UInt8) -> Int? {
    let small = byte | 0x20
    return (0x61...0x7A).contains(small) ? Int(small - 0x61) : nil
  }
}
