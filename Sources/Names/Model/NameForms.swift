package import Bitext
internal import Linguistics
internal import Romanization

/// The forms of a name that are right in a language, and how a spelling found in a text stands to them.
package struct NameForms: Sendable {
  /// How a spelling stands to the right forms.
  package enum Standing: Hashable, Sendable {
    /// One of the right forms.
    case right
    /// The form that another language's press writes: "Pachinian" in an English text.
    case otherLanguage(LanguageTag)
    /// Another spelling of the same name.
    case variant
    /// One or two letters changed, left out, added or exchanged: likely a slip.
    case misspelt
    /// No spelling of this name.
    case otherName
  }

  /// Right forms, best first.
  package struct Expected: Hashable, Sendable {
    package let forms: [String]
    /// How sure, 0...1: 1 from the glossary, else the prediction's confidence.
    package let confidence: Double
    /// Whether the glossary says so.
    package let isFromGlossary: Bool
    package let rules: [NamePrediction.Rule]
  }

  private let model: NameModel
  private let matcher: NameMatcher
  private let predictor: NamePredictor
  private let concepts: [String: Concept]

  package init(_ model: NameModel, concepts: [Concept] = []) {
    self.model = model
    matcher = NameMatcher(model, concepts: concepts)
    predictor = NamePredictor(model)
    self.concepts = Dictionary(concepts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The forms that are right in a language for a name found in a text of another: the glossary's, else predicted ones.
  ///
  /// A part of a name (a surname alone) gives the same part of each form.
  /// - Returns: nil where nothing better than a guess can be said.
  package func expected(
    for occurrence: NameOccurrence, from: LanguageTag, in language: LanguageTag
  ) -> Expected? {
    if occurrence.isConcept, let concept = concepts[occurrence.name] {
      let forms = concept.terms(in: language).filter(\.status.isAllowed).map(\.text)
      let source = concept.terms(in: from).map(\.text)
      let parts = forms.flatMap { part(of: $0, like: occurrence.surface, among: source) }
      if !parts.isEmpty {
        var seen: Set<String> = []
        return Expected(
          forms: parts.filter { seen.insert($0).inserted }, confidence: 1, isFromGlossary: true, rules: [])
      }
    }
    let prediction = predictor.predict(occurrence.surface, from: from, to: language)
    guard prediction.best != nil, let first = prediction.candidates.first else { return nil }
    let forms = prediction.candidates.filter { $0.confidence >= 0.1 * first.confidence }.map(\.text)
    return Expected(forms: forms, confidence: first.confidence, isFromGlossary: false, rules: first.rules)
  }

  /// The forms of a glossary name's words: of a full form the words that the occurrence has of its own full form.
  private func part(of form: String, like surface: String, among source: [String]) -> [String] {
    let words = NamePieces.words(surface).map(Folding.key)
    for full in source {
      let all = NamePieces.words(full).map(Folding.key)
      if all == words { return [form] }
      let target = form.split(separator: " ").map { String($0) }
      let fullWords = full.split(separator: " ").map { Folding.key(String($0)) }
      let surfaceWords = surface.split(separator: " ").map { Folding.key(String($0)) }
      guard fullWords.count == target.count, surfaceWords.count < fullWords.count else { continue }
      for start in 0...(fullWords.count - surfaceWords.count)
      where Array(fullWords[start..<(start + surfaceWords.count)]) == surfaceWords {
        return [target[start..<(start + surfaceWords.count)].joined(separator: " ")]
      }
    }
    // Another form of the concept: as many words as the surface has, from the end.
    let target = form.split(separator: " ").map { String($0) }
    let count = surface.split(separator: " ").count
    return count < target.count ? [target.suffix(count).joined(separator: " "), form] : [form]
  }

  /// How a spelling found in a text of `language` stands to the right forms there.
  /// - Parameter source: the forms of the same name in the other language, where they are known.
  package func standing(
    of surface: String, to expected: Expected, in language: LanguageTag, source: [String] = [],
    sourceLanguage: LanguageTag = "und"
  ) -> Standing {
    let key = Folding.caseKey(surface)
    if expected.forms.contains(where: { Folding.caseKey($0) == key }) { return .right }
    let forms = expected.forms.filter { $0.split(separator: " ").count == surface.split(separator: " ").count }
    if source.contains(where: { Folding.caseKey($0) == key }) { return .otherLanguage(sourceLanguage) }
    if forms.isEmpty {
      let same = expected.forms.contains { matcher.match($0, surface).verdict == .same }
      return same ? .right : .otherName
    }
    if forms.contains(where: { Folding.key($0) == Folding.key(surface) }) { return .variant }
    if forms.contains(where: { isSlip(surface, of: $0) }) { return .misspelt }
    if let other = pressLanguage(of: surface, besides: language),
      forms.contains(where: { matcher.match($0, surface).verdict == .same })
    {
      return .otherLanguage(other)
    }
    if forms.contains(where: { matcher.match($0, surface).verdict == .same }) { return .variant }
    return forms.contains { NameEdits.distance($0, surface) <= 2 && $0.count > 5 } ? .misspelt : .otherName
  }

  /// One or two letters off, with a change that no rule licenses.
  private func isSlip(_ surface: String, of form: String) -> Bool {
    let distance = NameEdits.distance(Folding.key(surface), Folding.key(form))
    guard (1...2).contains(distance), form.count > 3 else { return false }
    return matcher.match(surface, form).score < 0.9
  }

  /// The language whose press writes a name so, where that is another than the text's: the prediction from there changes
  /// it, while the name is unlikely in the text's own press. nil where both presses could.
  package func pressLanguage(of surface: String, besides language: LanguageTag) -> LanguageTag? {
    let presses = model.tables.conventions.presses.map { LanguageTag(stringLiteral: $0.label) }
    return presses.first { !$0.sameLanguage(as: language) && writes($0, surface, inTextOf: language) }
  }

  /// Whether one press writes a name so, and that of the text's language is unlikely to.
  private func writes(_ other: LanguageTag, _ surface: String, inTextOf language: LanguageTag) -> Bool {
    let prediction = predictor.predict(surface, from: other, to: language)
    guard let best = prediction.best, best != surface,
      let first = prediction.candidates.first, first.confidence >= 0.5
    else { return false }
    // The way back must lead to the surface again, and reading it as the text's own press must not.
    let back = predictor.predict(best, from: language, to: other)
    return back.candidates.contains { $0.confidence >= 0.2 && Folding.key($0.text) == Folding.key(surface) }
  }
}
