/// Which words a hyphen may tie to a term without making another word of it: "ex-", "arméno-", "-t-il".
struct HyphenNeighbours: Sendable {
  private let prefixes: Set<String>
  private let prefixEndings: [String]
  /// nil where any word may.
  private let followers: Set<String>?

  init(_ rules: LanguageInflection) {
    func folded(_ words: some Sequence<String>) -> [String] {
      words.map { String(decoding: Array($0.utf8).folded(by: rules.equivalents), as: UTF8.self) }
    }
    prefixes = Set(folded(rules.prefixes))
    prefixEndings = folded(rules.prefixEndings)
    followers = rules.followers.map { Set(folded($0)) }
  }

  /// - Parameter word: folded.
  func mayPrecede(_ word: String) -> Bool { prefixes.contains(word) || prefixEndings.contains(where: word.hasSuffix) }

  /// - Parameter word: folded.
  func mayFollow(_ word: String) -> Bool { followers.map { $0.contains(word) } ?? true }
}
