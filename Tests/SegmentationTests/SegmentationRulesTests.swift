import Bitext
import Rules
import Testing

@testable import Segmentation

@Suite struct SegmentationRulesTests {
  @Test("every example of the rule files", arguments: ["root"] + RuleFiles.rules.languageNames)
  func examplesHold(language: String) throws {
    let segmenter = try RuleFiles.segmenter(language == "root" ? "x-root" : LanguageTag(stringLiteral: language))
    for (id, example) in RuleFiles.rules.examples(of: language) {
      let found = segmenter.segments(of: example.text).map(\.text)
      let decisions = segmenter.explain(example.text).map { "\($0.offset) \($0.breaks) \($0.rule)" }
      #expect(found == example.sentences, "\(example.position) \(id): \(decisions)")
    }
  }

  @Test func everyEntryIsNamedAfterItsFile() throws {
    for language in ["root"] + RuleFiles.rules.languageNames {
      #expect(!RuleFiles.rules.examples(of: language).isEmpty, "\(language) has no examples")
    }
  }

  @Test func allFaultsComeAtOnceWithTheirPlaces() throws {
    let yaml = """
      language: xx
      lists:
        - id: xx.a
          why: It is so.
          forms: [A]
      rules:
        - id: xx.a
          why: It is so.
          when: {mark: dot, colour: red}
          then: brake
      """
    let file = try RuleNode(yaml: yaml, file: "xx.yml")
    let errors = #expect(throws: RulesErrors.self) { try SegmentationRules([file]) }
    #expect(
      errors?.faults.map(\.description) == [
        "xx.yml:3:5: error: 'class' is missing; add it",
        "xx.yml:7:9: error: id 'xx.a' is used at xx.yml:3:9 too; rename one",
        "xx.yml:9:18: error: 'mark' cannot be 'dot'; known are stop, question, exclamation, ellipsis, native, none, emoji, semicolon",
        "xx.yml:9:23: error: unknown key 'colour'; known are \(Self.known)",
        "xx.yml:10:11: error: 'brake' is no verdict; write break, join or weigh",
      ])
  }

  private static let known = Set(BreakFeatures.names.map(\.key)).union(["word", "next-word"]).sorted()
    .joined(separator: ", ")

  @Test func aRegionFallsBackToItsLanguageAndTheUnknownToTheRoot() throws {
    #expect(try !RuleFiles.segmenter("fr-CA").usesRootRules)
    #expect(try RuleFiles.segmenter("xh").usesRootRules)
    #expect(try RuleFiles.sentences("Ubuntu ungumuntu. Abantu bonke.", "xh").count == 2)
  }

  @Test func noRuleAtAllLeavesTheTextToICU() throws {
    let segmenter = try Segmenter(language: "fr", rules: SegmentationRules([]))
    #expect(segmenter.segments(of: "Il part. Elle reste.").map(\.text) == ["Il part.", "Elle reste."])
  }
}
