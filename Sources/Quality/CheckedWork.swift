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
  private(set) lazy var nameJudgements = judged()

  /// What is wrong with names of the translation beside its source; looked for when first asked for.
  private(set) lazy var nameFaults = names.flatMap { NamePairing(self, $0)?.faults() } ?? []

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
    let judged = texts.flatMap { side, text in
      NameJudge(text, side, in: self, knowledge: names).judgements().map { (side, text, $0) }
    }
    let paired = Dictionary(grouping: nameFaults, by: \.sentence)
    return judged.filter { side, _, judgement in
      let place = judgement.occurrence
      return !(paired[place.sentence] ?? []).contains { $0.side == side && $0.bytes.overlaps(place.bytes) }
    }
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
