/// What a document says of its words as a whole.
struct NameDocument {
  /// Whether a word is somewhere without a capital, by the number of its key.
  private var small: [Bool]
  /// Whether it is somewhere with a capital that no sentence gave it.
  private var capital: [Bool]
  /// The same words by phonetic key, those of six letters or more.
  private var byKey: [String: [String]] = [:]

  /// The words with such a capital, where they are asked for.
  private(set) var capitalised: Set<String> = []

  /// - Parameter keepsWords: whether words without their case endings will be looked for.
  init(_ sentences: [[NameToken]], keys: Int, keepsWords: Bool) {
    small = [Bool](repeating: false, count: keys)
    capital = small
    for tokens in sentences {
      let isHeading = tokens.count > 1 && tokens.allSatisfy { $0.isUpper || $0.word.letters == 1 }
      if isHeading { continue }
      for token in tokens {
        if !token.isCapital {
          small[token.word.number] = true
        } else if token.gap != .start, token.gap != .opening, !capital[token.word.number] {
          capital[token.word.number] = true
          if keepsWords { capitalised.insert(token.key) }
          guard token.key.utf8.count > 5 else { continue }
          for key in NameKey.keys(forWord: token.key) { byKey[key, default: []].append(token.key) }
        }
      }
    }
  }

  func hasSmall(_ token: NameToken) -> Bool { small[token.word.number] }
  func hasCapital(_ token: NameToken) -> Bool { capital[token.word.number] }

  /// Whether a word is another spelling of one that has a capital elsewhere.
  func spells(_ token: NameToken, _ finder: NameFinder) -> Bool {
    guard token.key.utf8.count > 5 else { return false }
    return NameKey.keys(forWord: token.key).contains { key in
      byKey[key]?.contains { finder.matcher.match($0, token.key).score >= 0.9 } ?? false
    }
  }
}
