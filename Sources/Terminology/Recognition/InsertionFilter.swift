/// Which words of a text may be inserted into a term, by a glance at their last three bytes; then by the rules.
struct InsertionFilter: Sendable {
  private let insertions: [LanguageInflection.Insertion]
  /// A bit for each hash of three bytes.
  private var endings: [UInt64] = []

  /// Whether no word may ever be inserted.
  var isEmpty: Bool { insertions.isEmpty }

  /// - Parameter equivalents: letters that are compared as other spellings.
  init(_ insertions: [LanguageInflection.Insertion], equivalents: [Unicode.Scalar: String]) {
    self.insertions = insertions.map { $0.folded(by: equivalents) }
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

  /// - Parameter word: folded.
  func admits(_ word: String) -> Bool { insertions.contains { $0.admits(word) } }
}

extension LanguageInflection.Insertion {
  /// The rule with its words spelt as they are compared.
  fileprivate func folded(by equivalents: [Unicode.Scalar: String]) -> Self {
    func folded(_ words: some Sequence<String>) -> [String] {
      words.map { String(decoding: Array($0.utf8).folded(by: equivalents), as: UTF8.self) }
    }
    return .init(
      id: id, why: why, words: Set(folded(words)), endings: folded(endings), except: Set(folded(except)),
      examples: examples)
  }
}
