import Bitext
import Terminology
import Testing

@testable import Quality

@Suite struct TermForbiddenTests {
  private let glossary = Glossary([
    Fixture.concept(
      "ceasefire", fr: [("cessez-le-feu", .preferred)], en: [("ceasefire", .preferred), ("cease-fire", .deprecated)])
  ])

  @Test func aDeprecatedFormIsReportedWithThePreferredOne() throws {
    let text = Fixture.text("en", ["Calm.", "The ⟦cease-fire|ceasefire|deprecated⟧ holds."])
    let found = TermForbidden().findings(in: CheckedWork(target: text, glossary: glossary))
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.place == .words(side: .target, sentence: 1, bytes: 4..<14) && finding.surface == "cease-fire")
    #expect(finding.suggestions == ["ceasefire"])
    #expect(finding.message == "'cease-fire' is deprecated in the glossary; write 'ceasefire'")
    #expect(finding.severity == .error)
  }

  @Test func allowedFormsAreSilent() {
    let text = Fixture.text("en", ["The ⟦truce|ceasefire|admitted⟧ and the ⟦ceasefire|ceasefire⟧ hold."])
    #expect(TermForbidden().findings(in: CheckedWork(target: text, glossary: glossary)).isEmpty)
  }
}
