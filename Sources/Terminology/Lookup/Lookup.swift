package import Bitext
internal import Linguistics

/// Finds concepts by what a person types: any term of any language, in any form, misspelt too.
package struct Lookup: Sendable {
  private let glossary: CompiledGlossary
  private let inflection: InflectionRules
  /// Spellings, in any script, that a query might stand for by the rules of romanization.
  private let romanizations: (@Sendable (String) -> [String])?

  /// - Parameter romanizations: other spellings of a query, best first; asked only where the glossary lacks it as it is.
  package init(
    _ glossary: CompiledGlossary, inflection: InflectionRules,
    romanizations: (@Sendable (String) -> [String])? = nil
  ) {
    self.glossary = glossary
    self.inflection = inflection
    self.romanizations = romanizations
  }

  package init(
    glossary: Glossary, inflection: InflectionRules, romanizations: (@Sendable (String) -> [String])? = nil
  ) {
    self.init(CompiledGlossary(glossary), inflection: inflection, romanizations: romanizations)
  }

  /// The concepts of a query, best first: exact before folded, inflected, romanized; near ones only where there is no
  /// other. Each concept comes once.
  /// - Parameters:
  ///   - from: the language the query is likely in: its terms come first. Terms of every language are found.
  ///   - to: where given, concepts with a term in it come first.
  ///   - most: how many near ones to give.
  package func find(
    _ query: String, from: LanguageTag? = nil, to: LanguageTag? = nil, most: Int = 5
  ) -> [LookupResult] {
    let key = CompiledGlossary.key(query)
    guard !key.isEmpty else { return [] }
    var found = asWritten(query, key)
    if found.isEmpty { found = inflected(query, from: from) }
    return found.isEmpty ? findAlike(query, from: from, to: to, most: most) : ranked(found, from: from, to: to)
  }

  /// The concepts whose terms a query is like: by a romanization, or by a spelling a few letters away.
  package func findAlike(
    _ query: String, from: LanguageTag? = nil, to: LanguageTag? = nil, most: Int = 5
  ) -> [LookupResult] {
    let key = CompiledGlossary.key(query)
    // Many systems of many languages agree on a spelling.
    var seen: Set = [key]
    let others = (romanizations?(query) ?? []).map(CompiledGlossary.key).filter { seen.insert($0).inserted }
    var found = others.flatMap { other in results(query, glossary.terms(key: other)) { _ in .romanized } }
    if found.isEmpty { found = near(query, key, most: most, from: from) }
    // A spelling of another script may be near only when it is romanized: ჯერმუკი, in the nominative, is "Jermuki".
    for other in others where found.isEmpty { found = near(query, other, most: most, from: from) }
    return ranked(found, from: from, to: to)
  }

  /// The concepts of a query as it stands, but for case, accents and marks; no rules of any kind are asked.
  package func findAsWritten(_ query: String, from: LanguageTag? = nil, to: LanguageTag? = nil) -> [LookupResult] {
    ranked(asWritten(query, CompiledGlossary.key(query)), from: from, to: to)
  }

  /// The concepts of which the query is another form, by the rules given.
  package func findInflected(_ query: String, from: LanguageTag? = nil, to: LanguageTag? = nil) -> [LookupResult] {
    ranked(inflected(query, from: from), from: from, to: to)
  }

  // MARK: Ways to a concept

  private func asWritten(_ query: String, _ key: String) -> [LookupResult] {
    let spelt = Folding.composed(query)
    return results(query, glossary.terms(key: key)) { $0.text == spelt ? .exact : .folded }
  }

  private func results(_ query: String, _ terms: [Int], _ how: (Term) -> LookupResult.How) -> [LookupResult] {
    terms.compactMap { number in
      let concept = glossary.concept(glossary.owner(ofTerm: number).concept)
      guard let term = glossary.term(number, in: concept) else { return nil }
      return LookupResult(query: query, how: how(term), concept: concept, term: term)
    }
  }

  /// Rules give the forms that the query's words may be of; those that the glossary has are confirmed by the matcher.
  private func inflected(_ query: String, from: LanguageTag?) -> [LookupResult] {
    let possible = glossary.languages(for: query, writing: inflection.writing)
    var languages = inflection.all.map(\.language).filter { language in
      possible.contains { $0.sameLanguage(as: language) }
    }
    if let from, let place = languages.firstIndex(where: { $0.sameLanguage(as: from) }) {
      languages.swapAt(0, place)
    }
    var found: [LookupResult] = []
    for language in languages {
      let rules = inflection[language]
      for spelling in QueryForms(rules).spellings(of: query) {
        for number in glossary.terms(key: CompiledGlossary.key(spelling)) {
          let owner = glossary.owner(ofTerm: number)
          guard LanguageTag(owner.language)?.sameLanguage(as: language) == true,
            !found.contains(where: { $0.concept.id == glossary.concept(owner.concept).id })
          else { continue }
          let concept = glossary.concept(owner.concept)
          let matcher = TermMatcher(glossary: Glossary([concept]), language: language, inflection: inflection)
          guard let hit = matcher.occurrences(in: query).first,
            let term = concept.terms.first(where: { $0.text == hit.term })
          else { continue }
          found.append(LookupResult(query: query, how: .inflected, concept: concept, term: term))
        }
      }
    }
    return found
  }

  /// One edit for up to five letters, two for more; none for less than four.
  private func near(_ query: String, _ key: String, most: Int, from: LanguageTag?) -> [LookupResult] {
    let length = key.unicodeScalars.count
    guard length >= 4 else { return [] }
    for limit in 1...(length > 5 ? 2 : 1) {
      let keys = NearKeys(glossary, query: key, limit: limit).all()
      let found = keys.flatMap { near in
        results(query, [glossary.term(ofKey: near.key)]) { _ in .near }.map {
          LookupResult(query: query, how: .near, concept: $0.concept, term: $0.term, distance: near.distance)
        }
      }
      if !found.isEmpty { return Array(ranked(found, from: from, to: nil).prefix(most)) }
    }
    return []
  }

  /// Best first, each concept once.
  private func ranked(_ found: [LookupResult], from: LanguageTag?, to: LanguageTag?) -> [LookupResult] {
    func rank(_ result: LookupResult) -> [Int] {
      [
        LookupResult.How.allCases.firstIndex(of: result.how) ?? 0, result.distance,
        from.map { result.term.language.sameLanguage(as: $0) ? 0 : 1 } ?? 0,
        to.map { result.concept.terms(in: $0).isEmpty ? 1 : 0 } ?? 0, Int(TermIndexBuilder.rank(result.term.status)),
      ]
    }
    var seen: Set<String> = []
    return found.enumerated()
      .sorted { (rank($0.element) + [$0.offset]).lexicographicallyPrecedes(rank($1.element) + [$1.offset]) }
      .map(\.element).filter { seen.insert($0.concept.id).inserted }
  }
}

extension CompiledGlossary {
  /// The term of a number, out of its concept.
  func term(_ number: Int, in concept: Concept) -> Term? {
    let first = firstTerm(ofConcept: owner(ofTerm: number).concept)
    return concept.terms.indices.contains(number - first) ? concept.terms[number - first] : nil
  }
}
