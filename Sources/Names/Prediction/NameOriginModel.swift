internal import Bitext
internal import Linguistics
internal import Romanization

/// Infers origins from endings, letters, first names and learned letter groups.
struct NameOriginModel: Sendable {
  private let tables: RomanizationTables
  private let languages: [String]
  private let logPriors: [Double]
  private let latin: [LatinOrigin]
  /// Hash of "hy:" and so on.
  private let hashes: [UInt64]

  init(tables: RomanizationTables, priors: NameOriginPriors) {
    self.tables = tables
    languages = [NameOriginPriors.unknown] + tables.tables.map(\.language.language)
    hashes = languages.map { NameHash.text("\($0):") }
    latin = priors.latin
    logPriors = languages.map { Exponent.log(priors.prior(of: $0)) }
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
    // Names of languages without a table, the first of the languages here; an ending of another language outweighs them, since
    // its speakers bear the same first names.
    if case .press = side, let last = words.last, !hasEnding(Folding.caseKey(last), side) {
      scores[0] += min(latinEvidence(words).max() ?? 0, 6)
    }
    for (index, language) in languages.enumerated() { scores[index] += boost[language] ?? 0 }
    let top = scores.max() ?? 0
    let powers = scores.map { Exponent.of($0 - top) }
    let total = powers.reduce(0, +)
    return zip(languages, powers).map { NameOrigin(language: LanguageTag(stringLiteral: $0), probability: $1 / total) }
      .filter { $0.probability >= 0.01 }.sorted { ($1.probability, $0.language) < ($0.probability, $1.language) }
  }

  /// Whether an ending speaks for a language that has a table.
  private func hasEnding(_ word: String, _ side: NameSide) -> Bool {
    languages.contains { endingWeight(word, $0, side) >= 1 }
  }

  /// How much the words speak for each language that has no table.
  private func latinEvidence(_ words: [String]) -> [Double] {
    let forms = words.map { (Folding.caseKey($0), Folding.key($0)) }
    return latin.map { origin in
      forms.enumerated().reduce(0) { sum, form in
        sum + origin.evidence(form.element.0, form.element.1, isFirst: form.offset == 0 && words.count > 1)
          * (words.count > 1 ? 1 : 0.5)
      }
    }
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
    let part = NameHash.text("origin \(side.label)")
    return hashes.map { language in
      grams.reduce(0) { $0 + weights[NameWeights.key(part: part, feature: NameHash.mix(language, $1))] }
    }
  }

  /// Each letter group once.
  static func grams(of word: String) -> [ArraySlice<Unicode.Scalar>] {
    let letters = Array("#\(word)#".unicodeScalars)
    var seen: Set<ArraySlice<Unicode.Scalar>> = []
    var grams: [ArraySlice<Unicode.Scalar>] = []
    for length in 1...3 where length <= letters.count {
      for start in 0...(letters.count - length) {
        let gram = letters[start..<(start + length)]
        if seen.insert(gram).inserted { grams.append(gram) }
      }
    }
    return grams
  }

  /// A word of known origin as an example to learn from; nil where the origin has no table and is not "und".
  func example(
    _ word: String, _ language: String, _ side: NameSide, _ weight: Double,
    _ names: inout [UInt64: (part: String, feature: String)]
  ) -> LogLinearLearner.Example? {
    guard let right = languages.firstIndex(of: language) else { return nil }
    let folded = Folding.caseKey(word)
    let grams = Self.grams(of: folded)
    let part = "origin \(side.label)"
    let partHash = NameHash.text(part)
    let choices = languages.indices.map { index -> LogLinearLearner.Choice in
      let features = grams.map { gram -> UInt64 in
        let key = NameWeights.key(part: partHash, feature: NameHash.mix(hashes[index], gram))
        names[key] = (part, "\(languages[index]):\(String(String.UnicodeScalarView(gram)))")
        return key
      }
      return LogLinearLearner.Choice(offset: endingWeight(folded, languages[index], side), features: features)
    }
    return LogLinearLearner.Example(choices: choices, right: right, weight: weight)
  }
}
