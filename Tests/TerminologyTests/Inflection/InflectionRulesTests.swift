import Bitext
import Rules
import Testing

@testable import Terminology

@Suite struct InflectionRulesTests {
  /// Every example of every entry of every shipped file does what it says.
  @Test func theShippedRulesKeepTheirExamples() throws {
    let rules = try Fixture.inflection.get()
    for language in rules.all {
      for (id, examples) in language.allExamples {
        for pair in examples.positive {
          let isFound = finds(pair, language.language, rules)
          #expect(isFound, "\(id): '\(pair.term)' must be found in '\(pair.text)'")
        }
        for pair in examples.counter {
          let isFound = finds(pair, language.language, rules)
          #expect(!isFound, "\(id): '\(pair.term)' must not be found in '\(pair.text)'")
        }
      }
    }
  }

  private func finds(_ pair: RuleExamples.Pair, _ language: LanguageTag, _ rules: InflectionRules) -> Bool {
    var text = pair.term
    var pos = ""
    var kind = Concept.Kind.term
    if text.hasPrefix("verb:") { (text, pos) = (String(text.dropFirst(5)), "verb") }
    if text.hasPrefix("name:") { (text, kind) = (String(text.dropFirst(5)), .place) }
    let position = SourcePosition(file: "example")
    let term = Term(language: language, text: text, status: .preferred, partOfSpeech: pos, position: position)
    let glossary = Glossary([Concept(id: "it", kind: kind, terms: [term], position: position)])
    let matcher = TermMatcher(glossary: glossary, language: language, inflection: rules)
    return !matcher.occurrences(in: pair.text).isEmpty
  }

  @Test func everyFaultIsNamedWithItsPlace() throws {
    let yaml = """
      language: f_r
      head: middle
      paradigms:
        - id: a
          why: because
          endings: [x]
          examples: [no arrow]
        - id: a
          why: because
          endings: [x, y]
          roles: [tail]
          examples: ["a > b"]
      unknown: 1
      """
    let node = try RuleNode(yaml: yaml, file: "xx.yml")
    let errors = #expect(throws: RulesErrors.self) { _ = try InflectionRules([node], writing: .none) }
    let text = errors?.description ?? ""
    for part in [
      "xx.yml:1:1: error: 'f_r' is no language tag", "head is first, last or all", "fewer than two endings",
      "write an example as 'term > text'", "id 'a' is used at xx.yml:4:5 too", "unknown role", "unknown key 'unknown'",
    ] { #expect(text.contains(part), "\(part) in \(text)") }
  }
}
