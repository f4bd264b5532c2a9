internal import Bitext
internal import Linguistics
internal import Names
internal import Terminology

/// What is wrong with the spelling of one occurrence of a name.
struct NameJudgement: Sendable {
  enum Fault: Hashable, Sendable {
    /// The form of another language.
    case foreign(LanguageTag)
    /// Another spelling than the one expected, by the rules of romanization.
    case variant
    /// A slip of the fingers.
    case slip
  }

  let occurrence: NameOccurrence
  let fault: Fault
  /// What should stand there, best first; as long as the occurrence: a surname for a surname.
  let expected: [String]
  let evidence: [String]
}

/// Judges the spelling of every name of a text: against the glossary, against the names of the other text, and against the
/// other spellings in the text itself.
///
/// A name that is right by the glossary, or that stands for a name of the other text, is right. What remains is compared
/// with names that have more to speak for them, and only with those: the glossary's that the other text mentions, those
/// predicted from the other text, and those that this text spells another way at least as often.
struct NameJudge {
  private let text: AnnotatedText
  private let other: AnnotatedText?
  /// Whether the text is what was translated: its names are given, and only the glossary and itself speak against them.
  private let isSource: Bool
  private let knowledge: NameKnowledge
  /// Sentences of the other text that stand opposite each sentence, with their neighbours.
  private let opposite: [[Int]]
  private let otherNames: [Int: [NameOccurrence]]
  /// The words of all names of the other text (`Spelling.key`).
  private let wordsOfOther: Set<String>

  init(_ text: AnnotatedText, _ side: Anchor.Side, in work: CheckedWork, knowledge: NameKnowledge) {
    self.text = text
    self.knowledge = knowledge
    isSource = side == .source
    other = side == .target ? work.source : work.source == nil ? nil : work.target
    otherNames = Dictionary(grouping: other?.names ?? [], by: \.sentence)
    wordsOfOther = Set(
      (other?.names ?? []).flatMap { $0.surface.split(separator: " ") }.map { Spelling.key(String($0)) })
    opposite = Self.opposite(text, side, work)
  }

  private static func opposite(_ text: AnnotatedText, _ side: Anchor.Side, _ work: CheckedWork) -> [[Int]] {
    var opposite = [[Int]](repeating: [], count: text.sentences.count)
    for (i, bead) in work.beads.enumerated() {
      let near = work.beads[max(0, i - 1)...min(i + 1, work.beads.count - 1)]
      let there = near.flatMap { side == .target ? $0.source : $0.target }
      for sentence in side == .target ? bead.target : bead.source { opposite[sentence] = there }
    }
    return opposite
  }

  func judgements() -> [NameJudgement] {
    let rivals = NameRivals(text)
    return text.names.compactMap { occurrence in
      if let concept = occurrence.isConcept ? knowledge.glossary[occurrence.name] : nil {
        return judge(occurrence, concept)
      }
      return judge(occurrence, rivals)
    }
  }

  // MARK: Names of the glossary

  private func judge(_ occurrence: NameOccurrence, _ concept: Concept) -> NameJudgement? {
    let own = concept.terms(in: text.language)
    let surface = Spelling.withoutPossessive(occurrence.surface)
    guard let preferred = concept.preferred(in: text.language)?.text, !own.isEmpty else { return nil }
    // Forms that the glossary lists for this language are right, or another check's finding.
    if own.contains(where: { fits(surface, $0.text, concept) }) { return nil }
    let expected = concept.kind == .person ? Spelling.tail(of: preferred, asLongAs: surface) : preferred
    let evidence = ["glossary: \(preferred) (\(concept.id))"]
    func judgement(_ fault: NameJudgement.Fault) -> NameJudgement {
      NameJudgement(occurrence: occurrence, fault: fault, expected: [expected], evidence: evidence)
    }
    if let foreign = concept.terms.first(where: { fits(surface, $0.text, concept) }) {
      // What a text of another script has in Latin letters is quoted as it is.
      if isSource, !sharesScript(surface, expected) { return nil }
      // What no name of the other text means may be a word of this language: "Tough" is a village of the glossary in French.
      if let other, !surface.contains(" "), !other.names.contains(where: { $0.name == concept.id }) { return nil }
      return judgement(.foreign(foreign.language))
    }
    if Folding.key(surface) == Folding.key(expected) { return nil }
    if let other, knowledge.isLikely(expected, for: surface, from: other.language, to: text.language),
      knowledge.isLikely(surface, for: expected, from: text.language, to: other.language)
    {
      return judgement(.foreign(other.language))
    }
    if Spelling.isSwap(surface, for: expected) { return judgement(.slip) }
    if knowledge.match(surface, expected).verdict == .same { return judgement(.variant) }
    return Spelling.isSlip(surface, for: expected) ? judgement(.slip) : nil
  }

  private func sharesScript(_ a: String, _ b: String) -> Bool {
    func script(_ text: String) -> Script? { text.unicodeScalars.lazy.compactMap { Script(of: $0) }.first }
    return script(a) == script(b)
  }

  /// Whether a surface is a form of the glossary: the whole, or for a person the surname or the first name alone.
  private func fits(_ surface: String, _ form: String, _ concept: Concept) -> Bool {
    guard concept.kind == .person else { return Spelling.same(surface, form) }
    return Spelling.isTail(Spelling.withoutInitials(surface, of: form), of: form)
      || form.split(separator: " ").first.map { Spelling.same(String($0), surface) } ?? false
  }

  // MARK: Other names

  private func judge(_ occurrence: NameOccurrence, _ rivals: NameRivals) -> NameJudgement? {
    let surface = Spelling.withoutPossessive(occurrence.surface)
    let there =
      opposite.indices.contains(occurrence.sentence)
      ? opposite[occurrence.sentence].flatMap { otherNames[$0] ?? [] }.filter {
        $0.kind == occurrence.kind || $0.isConcept
      }
      : []
    if let found = foreignSurname(occurrence, surface) ?? untranslated(occurrence, surface, there) { return found }
    // Beside a source only the glossary's forms are asked for here: other names are paired word by word.
    let isPaired = other != nil && occurrence.kind != .person
    // A name that answers to one of the other text is right, however near it is to a third.
    let answered = there.contains { answers(surface, occurrence, $0) }
    for expectation in expectations(there)
    where (!isPaired || expectation.ground == .listed) && Self.isComparable(surface, expectation.name) {
      let found = compare(
        occurrence, surface, with: expectation.name, evidence: expectation.evidence, answered: answered)
      guard let found else { continue }
      switch expectation.ground {
      case .listed: return found
      // Presses differ from prediction as they differ from each other: only a slip is told by it.
      case .sure: if found.fault == .slip, !isSource { return found }
      // An admitted form, or one that is only likely: two letters that changed places are no spelling of anything.
      case .likely:
        if Spelling.isSwap(surface, for: Spelling.tail(of: expectation.name, asLongAs: surface)) { return found }
      }
    }
    for rival in rivals.names
    where (!isPaired || rival.isConcept) && rival.kind == occurrence.kind
      && rivals.speaksFor(rival, against: occurrence)
    {
      let found = compare(
        occurrence, surface, with: rival.surface, full: rival.full, evidence: rival.evidence, answered: answered)
      if let found { return found }
    }
    return nil
  }

  /// A surname alone in a form that the glossary has for another language.
  private func foreignSurname(_ occurrence: NameOccurrence, _ surface: String) -> NameJudgement? {
    guard occurrence.kind == .person, !occurrence.name.contains(" "),
      let (concept, form) = knowledge.foreignBearer(of: surface, in: text.language),
      let preferred = concept.preferred(in: text.language)?.text,
      // Beside another text the bearer must be named there.
      other?.names.contains(where: { $0.isConcept && $0.name == concept.id }) ?? true
    else { return nil }
    return NameJudgement(
      occurrence: occurrence, fault: .foreign(form.language), expected: [Spelling.surname(preferred)],
      evidence: ["glossary: \(preferred) (\(concept.id))"])
  }

  /// A surname or place with the very letters of the other text, where this language is predicted to write it otherwise.
  private func untranslated(_ occurrence: NameOccurrence, _ surface: String, _ there: [NameOccurrence])
    -> NameJudgement?
  {
    // Places of the world are looked up; what two words of a heading spell is nothing to go by.
    guard let other, !isSource, occurrence.kind == .person, isSureName(occurrence),
      knowledge.comesFromTables(occurrence.name, in: other.language)
    else { return nil }
    let last = Spelling.surname(surface)
    for name in there where !name.isConcept && Spelling.same(last, Spelling.surname(name.name)) {
      guard let form = knowledge.prediction(last, from: other.language, to: text.language),
        Folding.key(form) != Folding.key(last)
      else { return nil }
      return NameJudgement(
        occurrence: occurrence, fault: .foreign(other.language), expected: [surface.dropLast(last.count) + form],
        evidence: ["the other text writes it the same way", "predicted: \(form)"])
    }
    return nil
  }

  /// A surname alone that does not begin its sentence, or one with a first name that is known.
  private func isSureName(_ occurrence: NameOccurrence) -> Bool {
    if !occurrence.surface.contains(" "), occurrence.bytes.lowerBound == 0 { return false }
    guard let first = occurrence.name.split(separator: " ").first, occurrence.name.contains(" ") else { return true }
    return knowledge.isFirstName(Folding.key(String(first)))
  }

  /// Whether a name of the other text is this one.
  private func answers(_ surface: String, _ occurrence: NameOccurrence, _ name: NameOccurrence) -> Bool {
    if name.isConcept {
      return knowledge.glossary[name.name]?.terms(in: text.language)
        .contains { Spelling.isTail(surface, of: $0.text) } ?? false
    }
    guard let other else { return false }
    let theirs = Spelling.tail(of: name.name, asLongAs: surface)
    return knowledge.isLikely(surface, for: theirs, from: other.language, to: text.language)
      || knowledge.isLikely(surface, for: name.surface, from: other.language, to: text.language)
  }

  /// What speaks for an expected form.
  private enum Ground { case listed, sure, likely }

  /// What the names of the other text should be here: the glossary's forms, else the predicted ones; surest first.
  private func expectations(_ there: [NameOccurrence]) -> [(name: String, evidence: String, ground: Ground)] {
    var listed: [(name: String, evidence: String, ground: Ground)] = []
    var likely: [(name: String, evidence: String, ground: Ground)] = []
    for name in there {
      if name.isConcept {
        guard let concept = knowledge.glossary[name.name] else { continue }
        let preferred = concept.preferred(in: text.language)?.text
        for term in concept.terms(in: text.language) where term.status.isAllowed {
          let evidence = "glossary: \(term.text) (\(concept.id))"
          if term.text == preferred {
            listed.append((term.text, evidence, .listed))
          } else {
            likely.append((term.text, evidence, .likely))
          }
        }
      } else if let other {
        let evidence = "predicted from '\(name.surface)'"
        let sure = knowledge.prediction(name.name, from: other.language, to: text.language)
        if let sure { listed.append((sure, evidence, .sure)) }
        for form in knowledge.likelyForms(of: name.name, from: other.language, to: text.language) where form != sure {
          likely.append((form, evidence, .likely))
        }
      }
    }
    return listed + likely
  }

  private static func isComparable(_ surface: String, _ name: String) -> Bool {
    surface.split(separator: " ").count <= name.split(separator: " ").count
  }

  /// Whether one is the other with an ending more or another one: a people, a plural, an adjective.
  private static func differInEnding(_ surface: String, _ expected: String) -> Bool {
    let a = Array(Folding.key(Spelling.surname(surface)).unicodeScalars)
    let b = Array(Folding.key(Spelling.surname(expected)).unicodeScalars)
    let shorter = min(a.count, b.count)
    let common = WordLikeness.common(a, b)
    return a != b && (common == shorter || (common == shorter - 1 && a.count != b.count))
  }

  private func compare(
    _ occurrence: NameOccurrence, _ surface: String, with name: String, full: String? = nil, evidence: String,
    answered: Bool
  ) -> NameJudgement? {
    let expected = Spelling.tail(of: name, asLongAs: surface)
    // Case and accents alone are no other spelling: "Mevlut" and "Mevlüt" are left to the eye.
    guard Folding.key(expected) != Folding.key(surface), !Self.differInEnding(surface, expected) else { return nil }
    // Two people who share a surname have first names that tell them apart.
    if let full, occurrence.name.contains(" "), full.contains(" "),
      knowledge.match(occurrence.name, full).verdict != .same, !Spelling.isSlip(occurrence.name, for: full)
    {
      return nil
    }
    func judgement(_ fault: NameJudgement.Fault) -> NameJudgement {
      NameJudgement(occurrence: occurrence, fault: fault, expected: [expected], evidence: [evidence])
    }
    if !answered, Spelling.isSwap(surface, for: expected) { return judgement(.slip) }
    if knowledge.match(surface, expected).verdict == .same {
      if let other,
        hasWords(of: surface, besides: expected, in: other)
          || knowledge.isLikely(surface, for: expected, from: text.language, to: other.language)
      {
        return judgement(.foreign(other.language))
      }
      return judgement(.variant)
    }
    return !answered && Spelling.isSlip(surface, for: expected) ? judgement(.slip) : nil
  }
}

extension NameJudge {
  /// Whether every word of a spelling that is not as expected stands with the same letters in a name of the other text.
  private func hasWords(of surface: String, besides expected: String, in other: AnnotatedText) -> Bool {
    let right = Set(expected.split(separator: " ").map { Folding.key(String($0)) })
    let wrong = surface.split(separator: " ").map { Spelling.key(String($0)) }.filter {
      !right.contains(Folding.key($0))
    }
    return !wrong.isEmpty && wrong.allSatisfy { wordsOfOther.contains($0) }
  }
}
