package import Bitext
package import Rules

/// Words by which a writer says whose word a name is: "selon Bakou", "what Armenians call".
///
/// The files of `glossary/attribution/`. A cue counts for the whole sentence: press sentences are short, and a false
/// calm costs less than a false alarm.
package struct AttributionCues: Sendable {
  /// One way to attribute.
  package struct Cue: Sendable {
    package let id: String
    package let why: String
    package let examples: RuleExamples
    let forms: [String]
  }

  private let cues: [String: [Cue]]
  private let matchers: [String: TermMatcher]

  package static let none = AttributionCues(cues: [:], matchers: [:])

  private init(cues: [String: [Cue]], matchers: [String: TermMatcher]) {
    self.cues = cues
    self.matchers = matchers
  }

  /// - Parameter files: one for each language.
  /// - Throws: `RulesErrors` with every fault of every file.
  package init(_ files: [RuleNode]) throws(RulesErrors) {
    var faults: [RulesError] = []
    var cues: [String: [Cue]] = [:]
    var matchers: [String: TermMatcher] = [:]
    for file in files {
      faults += file.unknownKeys(besides: ["language", "cues"])
      let tag = file.requiredText("language", &faults)
      guard let language = LanguageTag(tag) else {
        faults.append(RulesError("'\(tag)' is no language tag; write one as BCP 47 has it", at: file.position))
        continue
      }
      let read = (file["cues"]?.items ?? []).map { Self.cue($0, &faults) }
      let concepts = read.map { cue in
        let position = SourcePosition(file: file.position.file)
        return Concept(
          id: cue.id, kind: .term,
          terms: cue.forms.map { Term(language: language, text: $0, status: .admitted, position: position) },
          position: position)
      }
      cues[language.language] = read
      matchers[language.language] = TermMatcher(glossary: Glossary(concepts), language: language, inflection: .none)
    }
    if !faults.isEmpty { throw RulesErrors(faults) }
    self.init(cues: cues, matchers: matchers)
  }

  private static func cue(_ node: RuleNode, _ faults: inout [RulesError]) -> Cue {
    faults += node.unknownKeys(besides: ["id", "why", "forms", "examples", "counter-examples"])
    return Cue(
      id: node.requiredText("id", &faults), why: node.requiredText("why", &faults),
      examples: RuleExamples(node, &faults), forms: node["forms"]?.texts(&faults) ?? [])
  }

  /// Every cue with its language, in order.
  package var all: [(language: LanguageTag, cue: Cue)] {
    cues.keys.sorted().flatMap { key in (cues[key] ?? []).map { (LanguageTag(key) ?? "und", $0) } }
  }

  /// The id of a cue in a sentence; nil where nobody is named as the source of its words.
  package func cue(in sentence: String, language: LanguageTag) -> String? {
    matchers[language.language]?.occurrences(in: sentence).first?.concept
  }
}
