import Bitext
import Foundation
import Rules
import Testing

@testable import Segmentation

@Suite struct SegmentationRulesTests {
  @Test("every example of the rule files", arguments: ["root"] + RuleFiles.rules.languageNames)
  func examplesHold(language: String) throws {
    for (id, example) in RuleFiles.rules.examples(of: language) {
      let name = example.language ?? (language == "root" ? "x-root" : language)
      let segmenter = try RuleFiles.segmenter(LanguageTag(stringLiteral: name))
      let found = segmenter.segments(of: example.text).map(\.text)
      let decisions = segmenter.explain(example.text).map { "\($0.offset) \($0.breaks) \($0.rule)" }
      #expect(found == example.sentences, "\(example.position) \(id): \(decisions)")
    }
  }

  @Test func everyEntryIsNamedAfterItsFileAndHasAnExample() throws {
    for language in ["root"] + RuleFiles.rules.languageNames {
      let own = RuleFiles.rules.entries(of: language).filter { $0.hasPrefix(language + ".") }
      let shown = Set(RuleFiles.rules.examples(of: language).map(\.id))
      #expect(!own.isEmpty && own.allSatisfy(shown.contains), "\(own.filter { !shown.contains($0) })")
      let tag = LanguageTag(stringLiteral: language)
      #expect(language == "root" || !RuleFiles.rules.rules(for: tag).isRoot)
    }
  }

  /// The command reads only the files that its language needs, by name.
  @Test func filesAreNamedAfterTheirLanguage() throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: RuleFiles.folder.path) where name.hasSuffix(".yml")
    {
      let text = try String(contentsOf: RuleFiles.folder.appending(path: name), encoding: .utf8)
      #expect(try RuleNode(yaml: text, file: name)["language"]?.text == String(name.dropLast(4)))
    }
  }

  @Test("an abbreviation that is never final ends nothing", arguments: RuleFiles.rules.languageNames)
  func neverFinal(language: String) throws {
    let segmenter = try RuleFiles.segmenter(LanguageTag(stringLiteral: language))
    let name = ["hy": "Սարգսյան", "ka": "ბერიძე", "ru": "Котанджян", "uk": "Коцюба"][language] ?? "Kotandjian"
    for form in RuleFiles.rules.forms(of: language, class: "never-final") {
      let text = "\(name) \(name) \(form). \(name) \(name)"
      #expect(segmenter.segments(of: text).count == 1, "\(form)")
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
