public import Bitext
internal import Linguistics
internal import Romanization

/// From which language a name comes, with a probability.
public struct NameOrigin: Hashable, Sendable {
  /// "und" for a language without a table: the name is likely to stay as it is.
  public let language: LanguageTag
  /// 0...1; those of one name add up to 1.
  public let probability: Double
}

/// Infers origins from endings, letters, first names and learned letter groups.
struct NameOriginModel: Sendable {
  private let tables: RomanizationTables
  private let languages: [String]
  private let logPriors: [Double]

  init(tables: RomanizationTables) {
    self.tables = tables
    languages = ["und"] + tables.tables.map(\.language.language)
    // What stands in the texts this is for; letters and endings soon outweigh it.
    let priors: [String: Double] = [
      "und": 2, "ru": 3, "hy": 3, "az": 2.5, "ka": 1.5, "uk": 1.2, "ar": 1.2, "fa": 1.2, "tr": 0.7,
    ]
    logPriors = languages.map { Exponent.log(priors[$0] ?? 0.3) }
  }

  /// Origins of a name, likeliest first; those under 1 % are left out.
  /// - Parameter boost: languages that the document or the caller makes likelier, with logarithmic weights.
  func origins(
    of words: [String], side: NameSide, lexicon: NameLexicon, weights: NameWeights, boost: [String: Double] = [:]
  ) -> [NameOrigin] {
    var scores = logPriors
    if case .native = side {
      let candidates = Set(tables.candidates(for: words.joined()).map(\.language.language))
      if !candidates.isEmpty {
        for (index, language) in languages.enumerated() where !candidates.contains(language) { scores[index] -= 30 }
      }
    }
    for (position, word) in words.enumerated() {
      let folded = Folding.caseKey(word)
      for (index, language) in languages.enumerated() {
        scores[index] += endingWeight(folded, language, side)
      }
      add(lexiconEvidence(word, lexicon, isLast: position == words.count - 1), to: &scores)
      if !weights.isEmpty { add(learned(folded, side, weights), to: &scores) }
    }
    for (index, language) in languages.enumerated() { scores[index] += boost[language] ?? 0 }
    let top = scores.max() ?? 0
    let powers = scores.map { Exponent.of($0 - top) }
    let total = powers.reduce(0, +)
    return zip(languages, powers).map { NameOrigin(language: LanguageTag(stringLiteral: $0), probability: $1 / total) }
      .filter { $0.probability >= 0.01 }.sorted { ($1.probability, $0.language) < ($0.probability, $1.language) }
  }

  private func add(_ evidence: [Double], to scores: inout [Double]) {
    for index in scores.indices { scores[index] += evidence[index] }
  }

  private func endingWeight(_ word: String, _ language: String, _ side: NameSide) -> Double {
    guard case .press(let system) = side, let table = tables[LanguageTag(stringLiteral: language)] else { return 0 }
    return table.endings.reduce(0) { best, ending in
      (ending.forms[system] ?? []).contains { word.hasSuffix($0) && word.count > $0.count }
        ? max(best, ending.weight) : best
    }
  }

  private func lexiconEvidence(_ word: String, _ lexicon: NameLexicon, isLast: Bool) -> [Double] {
    let of = Set(lexicon.entries(for: word).map(\.origin.language))
    guard !of.isEmpty else { return languages.map { _ in 0 } }
    return languages.map { of.contains($0) ? (isLast ? 2 : 1.5) : 0 }
  }

  /// Letter groups of one to three, with the word's ends.
  private func learned(_ word: String, _ side: NameSide, _ weights: NameWeights) -> [Double] {
    let grams = Self.grams(of: word)
    return languages.map { language in
      let part = NameHash.text("origin \(side.label)")
      return grams.reduce(0) {
        $0 + weights[NameWeights.key(part: part, feature: NameHash.text("\(language):\($1)"))]
      }
    }
  }

  static func grams(of word: String) -> [String] {
    let letters = Array("#\(word)#".unicodeScalars)
    var grams: Set<String> = []
    for length in 1...3 where length <= letters.count {
      for start in 0...(letters.count - length) {
        var gram = String.UnicodeScalarView()
        gram.append(contentsOf: letters[start..<(start + length)])
        grams.insert(String(gram))
      }
    }
    return grams.sorted()
  }

  var allLanguages: [String] { languages }
}
