package import Bitext
internal import Rules

/// One wish of a house: of which forms, what, from when, why and on whose word.
package struct HouseStyleRule: Sendable {
  package enum Verdict: String, Sendable, CaseIterable {
    /// The form to write.
    case preferred
    /// May be written.
    case allowed
    /// Only in somebody's words between quotation marks.
    case quotation
    /// In a quotation, or where the sentence says whose word it is.
    case attribution
    /// Not written, in quotations either.
    case forbidden
  }

  package let id: String
  package let why: String
  package let source: String
  /// The concept meant, or nil where the rule is for a kind.
  package let concept: String?
  package let kind: Concept.Kind?
  package let verdict: Verdict
  /// The concept whose name to write instead.
  package let instead: String?
  /// ISO 8601 dates between which the rule holds; empty where there is no limit.
  package let from: String
  package let until: String
  package let position: SourcePosition
  package let examples: RuleExamples
  /// Terms by primary language; empty means all of them.
  let allForms: [(language: String, forms: [String])]
  /// Only terms that the glossary gives one of these statuses; empty means any.
  let statuses: Set<TermStatus>

  private static let keys: Set<String> = [
    "id", "why", "source", "concept", "kind", "verdict", "instead", "from", "until", "forms", "statuses", "examples",
    "counter-examples",
  ]

  init(_ node: RuleNode, _ faults: inout [RulesError]) {
    faults += node.unknownKeys(besides: Self.keys)
    id = node.requiredText("id", &faults)
    why = node.requiredText("why", &faults)
    source = node.requiredText("source", &faults)
    concept = node["concept"]?.text
    let kindText = node["kind"]?.text
    kind = kindText.flatMap(Concept.Kind.init)
    if kindText != nil, kind == nil {
      faults.append(RulesError("kind is term, person, place or org", at: node["kind"]?.position ?? node.position))
    }
    if concept == nil, kind == nil {
      faults.append(RulesError("a rule is for a concept or a kind; name one", at: node.position))
    }
    let verdictText = node.requiredText("verdict", &faults)
    verdict = Verdict(rawValue: verdictText) ?? .allowed
    if Verdict(rawValue: verdictText) == nil {
      let known = Verdict.allCases.map(\.rawValue).joined(separator: ", ")
      faults.append(RulesError("verdict is one of \(known)", at: node["verdict"]?.position ?? node.position))
    }
    instead = node["instead"]?.text
    from = node["from"]?.text ?? ""
    until = node["until"]?.text ?? ""
    for (key, date) in [("from", from), ("until", until)] where !date.isEmpty && !GlossaryValidation.isDate(date) {
      faults.append(
        RulesError("'\(date)' is no date; write 2020, 2020-11 or 2020-11-10", at: node[key]?.position ?? node.position))
    }
    var forms: [(String, [String])] = []
    for (language, texts) in node["forms"]?.entries ?? [] { forms.append((language.text ?? "", texts.texts(&faults))) }
    allForms = forms
    var statuses: Set<TermStatus> = []
    for item in node["statuses"]?.items ?? [] {
      if let status = item.text.flatMap(TermStatus.init) {
        statuses.insert(status)
      } else {
        faults.append(RulesError("'\(item.text ?? "")' is no status", at: item.position))
      }
    }
    self.statuses = statuses
    position = node.position
    examples = RuleExamples(node, &faults)
    if verdict == .preferred, concept == nil || forms.isEmpty {
      faults.append(RulesError("a preferred form needs a concept and 'forms'; add them", at: node.position))
    }
  }

  /// The forms that the rule names in a language.
  package func forms(in language: LanguageTag) -> [String] {
    allForms.first { $0.language == language.language }?.forms ?? []
  }

  /// Whether the rule holds for a text of a date. A date that only gives the year or month holds for all of it.
  func isInForce(on date: String) -> Bool {
    if date.isEmpty { return until.isEmpty }
    return (from.isEmpty || from.prefix(date.utf8.count) <= date) && (until.isEmpty || date < until)
  }

  func applies(to term: Term, of concept: Concept, date: String) -> Bool {
    guard isInForce(on: date), self.concept == nil || self.concept == concept.id, kind == nil || kind == concept.kind,
      statuses.isEmpty || statuses.contains(term.status)
    else { return false }
    return allForms.isEmpty || forms(in: term.language).contains(term.text)
  }

  /// How much the rule says: the form, the concept, or only the kind.
  var weight: Int { (allForms.isEmpty ? 0 : 4) + (concept == nil ? 0 : 2) + (statuses.isEmpty ? 0 : 1) }
}
