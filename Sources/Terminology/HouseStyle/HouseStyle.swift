package import Bitext
package import Rules

/// What one house wants written: a file of `glossary/profiles/`.
///
/// A style never decides what a place is called; it says which of the names that the glossary holds this house prefers,
/// allows, keeps for quotations, or does not write, from when, and on whose word.
package struct HouseStyle: Sendable {
  package let id: String
  package let name: String
  /// What kind of house it describes, in neutral words.
  package let about: String
  package let sources: [String]
  package let rules: [HouseStyleRule]

  private static let keys: Set<String> = ["id", "name", "about", "sources", "rules"]

  /// - Throws: `RulesErrors` with every fault of the file.
  package init(_ file: RuleNode) throws(RulesErrors) {
    var faults = file.unknownKeys(besides: Self.keys)
    id = file.requiredText("id", &faults)
    name = file.requiredText("name", &faults)
    about = file.requiredText("about", &faults)
    sources = file["sources"]?.texts(&faults) ?? []
    var rules: [HouseStyleRule] = []
    var places: [String: SourcePosition] = [:]
    for node in file["rules"]?.items ?? [] {
      let rule = HouseStyleRule(node, &faults)
      if let first = places[rule.id] {
        faults.append(RulesError("id '\(rule.id)' is used at \(first) too; rename one", at: node.position))
      }
      places[rule.id] = node.position
      rules.append(rule)
    }
    if rules.isEmpty { faults.append(RulesError("a house style needs rules; add one", at: file.position)) }
    self.rules = rules
    if !faults.isEmpty { throw RulesErrors(faults) }
  }

  /// What the house says of a term, and the rule that says it; nil where it leaves the term to the glossary.
  ///
  /// The rule that says most wins: one that names the form before one for the concept, that before one for a kind; among
  /// equals the one that came into force last. Where a rule prefers some forms of a concept, its other forms are not
  /// written unless a rule allows them.
  /// - Parameter date: of the text, ISO 8601; empty is today: every rule that has begun and not ended.
  package func verdict(
    on term: Term, of concept: Concept, date: String = ""
  ) -> (verdict: HouseStyleRule.Verdict, rule: HouseStyleRule)? {
    let candidates = rules.filter { $0.applies(to: term, of: concept, date: date) }
    if let rule = candidates.max(by: { ($0.weight, $0.from) < ($1.weight, $1.from) }) { return (rule.verdict, rule) }
    let preferring = rules.filter {
      $0.verdict == .preferred && $0.concept == concept.id && $0.isInForce(on: date)
        && !$0.forms(in: term.language).isEmpty
    }
    return preferring.max { $0.from < $1.from }.map { (.forbidden, $0) }
  }

  /// The form to write for a concept in a language; nil where the house has no wish of its own.
  package func preferredForm(of concept: String, in language: LanguageTag, date: String = "") -> String? {
    rules.filter { $0.verdict == .preferred && $0.concept == concept && $0.isInForce(on: date) }
      .sorted { $0.from > $1.from }.lazy.compactMap { $0.forms(in: language).first }.first
  }

  /// What could be written instead of a term that the house does not write here.
  package func suggestion(
    for rule: HouseStyleRule, _ concept: Concept, in language: LanguageTag, _ glossary: Glossary, date: String = ""
  ) -> String? {
    if let instead = rule.instead {
      return preferredForm(of: instead, in: language, date: date) ?? glossary[instead]?.preferred(in: language)?.text
    }
    if let form = preferredForm(of: concept.id, in: language, date: date) { return form }
    let allowed = concept.terms(in: language).first { term in
      term.status.isAllowed
        && [nil, .preferred, .allowed].contains(verdict(on: term, of: concept, date: date)?.verdict)
    }
    return allowed?.text
  }

  /// Where style and glossary contradict: a rule for a concept or form that the glossary lacks, a form that the glossary
  /// forbids and the style prefers.
  /// - Parameter besidesUnknown: whether concepts that the glossary lacks are passed over, as for a part of a glossary.
  package func contradictions(with glossary: Glossary, besidesUnknown: Bool = false) -> [Finding] {
    var found: [Finding] = []
    func report(_ rule: HouseStyleRule, _ message: String) {
      found.append(
        Finding(
          check: GlossaryValidation.Rule.statusAgainstProfile.rawValue, severity: .warning, message: message,
          place: .file(rule.position)))
    }
    for rule in rules {
      let named = besidesUnknown ? [] : [rule.concept, rule.instead].compactMap { $0 }
      for id in named where glossary[id] == nil {
        report(
          rule, "\(self.id): rule '\(rule.id)' names concept '\(id)', which the glossary lacks; correct the id")
      }
      guard let id = rule.concept, let concept = glossary[id] else { continue }
      for (tag, forms) in rule.allForms {
        for form in forms {
          guard let term = concept.terms.first(where: { $0.language.language == tag && $0.text == form }) else {
            report(rule, "\(self.id): '\(form)' is no \(tag) term of \(id); add it to the glossary")
            continue
          }
          if rule.verdict == .preferred, !term.status.isAllowed {
            report(
              rule, "\(self.id) prefers '\(form)', which the glossary has as \(term.status.rawValue); settle which")
          }
        }
      }
    }
    return found
  }
}
