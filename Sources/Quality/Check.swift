package import Bitext
package import Terminology

/// One text as the checks see it: its sentences, and what was found in them.
package struct CheckedText: Sendable {
  package let side: Anchor.Side
  package let language: LanguageTag
  package let sentences: [String]
  /// Terms of the glossary by sentence, of every kind, none overlapping.
  package let terms: [[TermOccurrence]]
  /// The concepts of all terms by sentence, those inside or across a longer term too.
  package let concepts: [Set<String>]
  /// Names by place, known to the glossary or not.
  package let names: [NameOccurrence]

  package init(
    side: Anchor.Side, language: LanguageTag, sentences: [String], terms: [[TermOccurrence]],
    concepts: [Set<String>]? = nil, names: [NameOccurrence]
  ) {
    self.side = side
    self.language = language
    self.sentences = sentences
    self.terms = terms
    self.concepts = concepts ?? terms.map { Set($0.map(\.concept)) }
    self.names = names
  }
}

/// What a check works on: one text alone, or a translation with its source and the beads between them.
package struct CheckedWork: Sendable {
  /// The source; nil where a text is checked alone.
  package let source: CheckedText?
  /// The text that is checked.
  package let target: CheckedText
  /// Empty where there is no source.
  package let beads: [Bead]
  package let glossary: Glossary
  /// What is known of names; nil where names are not checked.
  package let names: NameKnowledge?
  /// English names of languages, by primary tag, for messages.
  package let languageNames: [String: String]
  /// What is wrong with the spelling of names, in either text.
  private(set) var nameJudgements: [(text: CheckedText, judgement: NameJudgement)]

  package init(
    source: CheckedText? = nil, target: CheckedText, beads: [Bead] = [], glossary: Glossary,
    names: NameKnowledge? = nil, languageNames: [String: String] = [:]
  ) {
    self.source = source
    self.target = target
    self.beads = beads
    self.glossary = glossary
    self.names = names
    self.languageNames = languageNames
    nameJudgements = []
    guard let names else { return }
    nameJudgements = texts.flatMap { text in
      NameJudge(text, in: self, knowledge: names).judgements().map { (text, $0) }
    }
  }

  /// "French" for "fr"; the tag itself where no name is known.
  func languageName(_ language: LanguageTag) -> String { languageNames[language.language] ?? language.description }

  /// A finding about one occurrence of a name.
  func finding(
    _ check: String, _ severity: Finding.Severity, _ text: CheckedText, _ judgement: NameJudgement, message: String
  ) -> Finding {
    let occurrence = judgement.occurrence
    return Finding(
      check: check, severity: severity, message: message,
      place: .words(side: text.side, sentence: occurrence.sentence, bytes: occurrence.bytes),
      surface: occurrence.surface, suggestions: judgement.expected, evidence: judgement.evidence)
  }

  /// The texts there are, the source first.
  package var texts: [CheckedText] { (source.map { [$0] } ?? []) + [target] }
}

/// One thing that can be wrong. A type a check, a file a type; the doc comment says what is wrong and what is not.
package protocol Check: Sendable {
  /// The id on the command line and in findings: "term-missing".
  static var id: String { get }
  /// What looks wrong, in order of place.
  func findings(in work: CheckedWork) -> [Finding]
}

extension Check {
  package var id: String { Self.id }
}
