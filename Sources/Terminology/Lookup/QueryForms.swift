internal import Linguistics

/// Other forms that the words of a query may be of, by the rules of one language.
struct QueryForms {
  /// More combinations than this are not tried: a query of so many inflected words is a sentence.
  private static let mostSpellings = 2_000

  private let rules: LanguageInflection
  private let expansion: FormExpansion
  private let letters: LetterTable

  init(_ rules: LanguageInflection) {
    self.rules = rules
    expansion = FormExpansion(rules)
    letters = LetterTable(isTurkic: rules.isTurkic, equivalents: rules.equivalents)
  }

  /// Spellings that the query may be a form of, the query's own among them; also without an article or preposition
  /// that stands at its head.
  func spellings(of query: String) -> [String] {
    var words = TokenScan.words(of: query, letters: letters, isTurkic: rules.isTurkic).map(\.folded)
    guard !words.isEmpty, words.count <= 12 else { return [] }
    var found = combinations(words)
    while words.count > 1, rules.functionWords.contains(String(decoding: words[0], as: UTF8.self)) {
      words.removeFirst()
      found += combinations(words)
    }
    return found
  }

  private func combinations(_ words: [[UInt8]]) -> [String] {
    var spellings: [[UInt8]] = [[]]
    for word in words {
      let forms = forms(of: word)
      guard spellings.count * forms.count <= Self.mostSpellings else { return [] }
      spellings = spellings.flatMap { head in forms.map { head + (head.isEmpty ? [] : [0x20]) + $0 } }
    }
    return spellings.map { String(decoding: $0, as: UTF8.self) }
  }

  private func forms(of word: [UInt8]) -> [[UInt8]] {
    var forms: [[UInt8]] = [word]
    if rules.functionWords.contains(String(decoding: word, as: UTF8.self)) { return forms }
    for role in Paradigm.Role.allCases {
      expansion.forms(of: word, role: role) { if !forms.contains($0) { forms.append($0) } }
    }
    for chain in rules.chains {
      for length in 1..<max(word.count, 1) where word[length] & 0xC0 != 0x80 {
        guard chain.admits(stem: word[..<length], ending: word[length...]) else { continue }
        let stem = Array(word[..<length])
        forms.append(stem)
        for (from, to) in chain.alternations where stem.ends(with: to) { forms.append(stem.dropLast(to.count) + from) }
      }
    }
    return forms
  }
}
