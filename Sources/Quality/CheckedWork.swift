package import Bitext
package import Terminology

/// What a check works on: one text alone, or a translation with its source and the beads between them.
package final class CheckedWork {
  /// The source; nil where a text is checked alone.
  package let source: AnnotatedText?
  /// The text that is checked.
  package let target: AnnotatedText
  /// Empty where there is no source, or no check that compares the texts.
  package let beads: [Bead]
  package let glossary: Glossary
  /// Tells words of a term's family in the target; nil where terms are not asked for.
  package let traces: TermTraces?
  /// The concepts of every reading of a term of the source's language.
  package let homographs: (_ term: String) -> [String]
  /// Concepts that matter less are not asked for.
  package let leastImportance: Concept.Importance
  /// What is known of names; nil where names are not checked.
  package let names: NameKnowledge?
  /// English names of languages, by primary tag, for messages.
  package let languageNames: [String: String]
  /// What is wrong with the spelling of names, in either text; judged when first asked for.
  private(set) lazy var nameJudgements = unpairedJudgements()

  /// What is wrong with names of the translation beside its source; looked for when first asked for.
  private(set) lazy var nameFaults = pairedFaults()
  /// What each text by itself, the glossary and the other text say of its names.
  private lazy var allJudgements = judged()

  package init(
    source: AnnotatedText? = nil, target: AnnotatedText, beads: [Bead] = [], glossary: Glossary,
    traces: TermTraces? = nil, homographs: @escaping (String) -> [String] = { _ in [] },
    leastImportance: Concept.Importance = .normal, names: NameKnowledge? = nil,
    languageNames: [String: String] = [:]
  ) {
    self.source = source
    self.target = target
    self.beads = beads
    self.glossary = glossary
    self.traces = traces
    self.homographs = homographs
    self.leastImportance = leastImportance
    self.names = names
    self.languageNames = languageNames
  }

  /// The texts there are, the source first.
  package var texts: [(side: Anchor.Side, text: AnnotatedText)] {
    (source.map { [(.source, $0)] } ?? []) + [(.target, target)]
  }

  private func judged() -> [(side: Anchor.Side, text: AnnotatedText, judgement: NameJudgement)] {
    guard let names else { return [] }
    return texts.flatMap { side, text in
      NameJudge(text, side, in: self, knowledge: names).judgements().map { (side, text, $0) }
    }
  }

  /// One cause is said once: where the pairing of names says it, the judge of single names is silent.
  private func unpairedJudgements() -> [(side: Anchor.Side, text: AnnotatedText, judgement: NameJudgement)] {
    let faults = Dictionary(grouping: nameFaults, by: \.sentence)
    return allJudgements.filter { side, _, judgement in
      let place = judgement.occurrence
      if (faults[place.sentence] ?? []).contains(where: { $0.side == side && $0.bytes.overlaps(place.bytes) }) {
        return false
      }
      // The same trouble from the other side: the right spelling there, held against the wrong one here.
      return !nameFaults.contains { fault in
        fault.side != side && judgement.expected.contains { Spelling.isTail(fault.surface, of: $0) }
          && fault.expected.contains { Spelling.isTail($0, of: place.surface) }
      }
    }
  }

  /// What the pairing of names finds, but of what the glossary knows more: a form that it has for a name of the source is right, one
  /// that it judges or bars is told of by it.
  private func pairedFaults() -> [NameFault] {
    guard let names, let faults = NamePairing(self, names)?.faults() else { return [] }
    let known = Dictionary(grouping: target.names.filter(\.isConcept), by: \.sentence)
    let mentioned = Set(source?.names.filter(\.isConcept).map(\.name) ?? [])
    return faults.compactMap { expecting(what: $0, names) }.filter { fault in
      guard fault.side == .target else { return true }
      let judged = allJudgements.contains {
        $0.side == .target && $0.judgement.occurrence.isConcept && $0.judgement.occurrence.sentence == fault.sentence
          && $0.judgement.occurrence.bytes.overlaps(fault.bytes)
      }
      let barred = target.terms[fault.sentence].contains { !$0.status.isAllowed && $0.bytes.overlaps(fault.bytes) }
      let right = (known[fault.sentence] ?? []).contains { name in
        name.bytes.overlaps(fault.bytes) && mentioned.contains(name.name)
          && names.glossary[name.name]?.terms(in: target.language)
            .contains { $0.status.isAllowed && Spelling.isTail(Spelling.withoutPossessive(name.surface), of: $0.text) }
            ?? false
      }
      return !judged && !barred && !right
    }
  }

  /// A slip for a name of the source, told by what the glossary calls that name in the target; nil where the text has just that.
  private func expecting(what fault: NameFault, _ names: NameKnowledge) -> NameFault? {
    guard fault.side == .target, fault.check == NameMisspelt.id, let spelt = fault.expected.first,
      let name = source?.names.first(where: { $0.isConcept && Spelling.same($0.surface, spelt) }),
      let form = names.form(of: name, in: target.language, from: source?.language), !Spelling.same(form, spelt)
    else { return fault }
    return Spelling.same(form, fault.surface) ? nil : fault.expecting(form, of: spelt)
  }

  /// "French" for "fr"; the tag itself where no name is known.
  func languageName(_ language: LanguageTag) -> String { languageNames[language.language] ?? language.description }

  /// A finding about one occurrence of a name.
  func finding(
    _ check: String, _ severity: Finding.Severity, _ side: Anchor.Side, _ judgement: NameJudgement, message: String
  ) -> Finding {
    let occurrence = judgement.occurrence
    return Finding(
      check: check, severity: severity, message: message,
      place: .words(side: side, sentence: occurrence.sentence, bytes: occurrence.bytes),
      surface: occurrence.surface, suggestions: judgement.expected, evidence: judgement.evidence)
  }
}
