import Bitext
import Testing

@testable import Exchange

@Suite struct SRXRulesTests {
  private func rules(cascades: Bool) -> SRXRules {
    var rules = SRXRules()
    rules.cascades = cascades
    let place = SourcePosition(file: "a")
    rules.languageRules = ["French", "Default"].map {
      .init(name: $0, rules: [SegmentationRule(breaks: true, before: $0, after: "", position: place)])
    }
    rules.maps = [("fr.*", "French"), (".*", "Default")].map { .init(pattern: $0.0, rule: $0.1, position: place) }
    return rules
  }

  @Test func allMatchingMapsCountOrTheFirstAlone() {
    #expect(rules(cascades: true).rules(for: "fr-CA").map(\.before) == ["French", "Default"])
    #expect(rules(cascades: false).rules(for: "fr-CA").map(\.before) == ["French"])
    #expect(rules(cascades: true).rules(for: "en").map(\.before) == ["Default"])
  }

  @Test(arguments: [("FR.*", "fr", true), ("fr", "fr-CA", false), ("[", "fr", false), ("(fr|en)", "en", true)])
  func aPatternIsOfTheWholeTag(pattern: String, tag: String, matches: Bool) {
    #expect(SRXRules.matches(pattern, tag) == matches)
  }
}
