import Rules
import Testing

@testable import Terminology

@Suite struct ExtractionPatternsTests {
  /// Every example of every entry of every shipped file does what it says.
  @Test func theShippedListsKeepTheirExamples() throws {
    let files = try Fixture.ruleFiles("extraction")
    #expect(!files.isEmpty)
    for file in files {
      let patterns = try ExtractionPatterns(file)
      let extraction = TermExtraction(patterns, minimum: 1)
      for group in patterns.groups {
        for pair in group.examples.positive {
          let found = extraction.candidates(in: [pair.term]).map { $0.text.lowercased() }
          #expect(
            found.contains(pair.text), "\(group.id): '\(pair.text)' must be proposed for '\(pair.term)': \(found)")
        }
        for pair in group.examples.counter {
          let found = extraction.candidates(in: [pair.term]).map { $0.text.lowercased() }
          #expect(!found.contains(pair.text), "\(group.id): '\(pair.text)' must not be proposed for '\(pair.term)'")
        }
      }
    }
  }

  @Test func everyFaultIsNamedWithItsPlace() throws {
    let yaml = """
      language: e_n
      links:
        - id: a
          why: because
          words: [of]
          examples: [no arrow]
        - id: a
          why: because
          words: []
          examples: ["a > b"]
      verbs: [is]
      """
    let node = try RuleNode(yaml: yaml, file: "xx.yml")
    let error = #expect(throws: RulesErrors.self) { try ExtractionPatterns(node) }
    let text = error?.description ?? ""
    for part in [
      "xx.yml:1:1: error: 'e_n' is no language tag", "xx.yml:6:16: error: write an example as 'term > text'",
      "xx.yml:7:5: error: 'a' has no words; add them", "id 'a' is used at xx.yml:3:5 too", "unknown key 'verbs'",
      "a language needs 'stop-words'; add them",
    ] { #expect(text.contains(part), "\(part) in \(text)") }
  }

  @Test func theLongestEndingIsLeftOut() throws {
    let yaml = """
      language: xx
      stop-words: [{id: a, why: w, words: [the], examples: ["the house > house"]}]
      folded-endings: [{id: b, why: w, words: [s, ales], examples: ["houses > houses"]}]
      """
    let patterns = try ExtractionPatterns(RuleNode(yaml: yaml, file: "xx.yml"))
    #expect(patterns.folded("nationales") == "nation" && patterns.folded("houses") == "house")
    #expect(patterns.folded("bus") == "bus")
  }
}
