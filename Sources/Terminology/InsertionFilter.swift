/// Which words of a text may be inserted into a term, by a glance at their last three bytes; then by the rules.
struct InsertionFilter: Sendable {
  private let insertions: [LanguageInflection.Insertion]
  /// A bit for each hash of three bytes.
  private var endings: [UInt64] = []

  /// Whether no word may ever be inserted.
  var isEmpty: Bool { insertions.isEmpty }

  init(_ insertions: [LanguageInflection.Insertion]) {
    self.insertions = insertions
    guard !insertions.isEmpty else { return }
    endings = [UInt64](repeating: 0, count: 1024)
    for spelling in insertions.flatMap({ Array($0.words) + $0.endings }) {
      let bytes = Array(spelling.utf8)
      guard bytes.count >= 3 else {
        // Too short to be told by its ending: every word has to be asked.
        endings = [UInt64](repeating: .max, count: 1024)
        return
      }
      let bit = Self.bit(bytes[bytes.count - 3], bytes[bytes.count - 2], bytes[bytes.count - 1])
      endings[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  @inline(__always)
  private static func bit(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    let three = UInt32(a) << 16 | UInt32(b) << 8 | UInt32(c)
    return Int((three &* 0x9E37_79B1) >> 16)
  }

  /// Whether a word of the text, in lower case, may be one; false is certain.
  @inline(__always)
  func mayAdmit(_ text: UnsafeBufferPointer<UInt8>, _ token: Token) -> Bool {
    guard !endings.isEmpty, !token.startsUpper, token.end - token.start >= 3 else { return false }
    let bit = Self.bit(text[token.end - 3], text[token.end - 2], text[token.end - 1])
    return endings[bit >> 6] & (1 << UInt64(bit & 63)) != 0
  }

  func admits(_ word: String) -> Bool { insertions.contains { $0.admits(word) } }
}
