import Bitext
import Testing

@testable import Segmentation

@Suite struct SRXLayerTests {
  private func rule(_ breaks: Bool, _ before: String, _ after: String, line: Int = 1) -> SegmentationRule {
    SegmentationRule(
      breaks: breaks, before: before, after: after, position: SourcePosition(file: "own.srx", line: line, column: 1))
  }

  @Test func aRuleOfTheFileGoesBeforeOurs() throws {
    let text = "Le traité de Sèvres. Il est nul ; il dort. M. Aliev part."
    let rules = [rule(false, #"Sèvres\."#, #"\s"#), rule(true, ";", #"\s"#), rule(true, #"\bM\."#, #"\s"#)]
    #expect(
      try RuleFiles.sentences(text, "fr", .init(srx: rules))
        == ["Le traité de Sèvres. Il est nul ;", "il dort.", "M.", "Aliev part."])
    #expect(try RuleFiles.sentences(text).count == 3)
  }

  @Test func theFirstRuleThatMatchesAPlaceDecides() throws {
    let exception = rule(false, #"\bcf\."#, #"\s"#, line: 2)
    let general = rule(true, #"\."#, #"\s"#, line: 3)
    #expect(try RuleFiles.sentences("Voir cf. Loi. Fin", "fr", .init(srx: [exception, general])).count == 2)
    #expect(try RuleFiles.sentences("Voir cf. Loi. Fin", "fr", .init(srx: [general, exception])).count == 3)
  }

  @Test func anEmptyPatternMatchesAnywhere() throws {
    #expect(try RuleFiles.sentences("un|deux|trois", "fr", .init(srx: [rule(true, "", #"\|"#)])).count == 3)
  }

  @Test func explainNamesTheFileAndTheLine() throws {
    let segmenter = try RuleFiles.segmenter("fr", .init(srx: [rule(true, ";", #"\s"#, line: 7)]))
    let decision = try #require(segmenter.explain("Un ; deux.").first)
    #expect(decision == BreakDecision(offset: 4, breaks: true, rule: "srx", why: "rule of the SRX file at own.srx:7:1"))
  }

  @Test func everyPatternThatDoesNotCompileIsNamed() throws {
    let rules = [rule(true, "(", "", line: 3), rule(true, "a", "b"), rule(false, "", "[", line: 9)]
    let error = #expect(throws: SegmentationError.self) { try RuleFiles.segmenter("fr", .init(srx: rules)) }
    guard case .patterns(let faults) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(faults.map(\.position.line) == [3, 9])
    #expect(
      faults.first?.description.hasPrefix(
        "own.srx:3:1: error: the pattern '(|' is no ICU regular expression (U_REGEX_MISMATCHED_PAREN") == true)
  }

  @Test func aPatternThatBlowsUpIsLeftOutAndNamed() throws {
    let slow = rule(true, "(a+)+b", "", line: 5)
    let segmenter = try RuleFiles.segmenter("fr", .init(srx: [slow], timeLimit: 20))
    let text = String(repeating: "a", count: 60) + ". Fin."
    #expect(segmenter.segments(of: text).count == 2)
    #expect(segmenter.overdue == [slow.position])
    #expect(segmenter.segments(of: "Un. Deux.").count == 2)
  }
}
