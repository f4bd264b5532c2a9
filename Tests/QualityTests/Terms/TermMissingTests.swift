import Bitext
import Terminology
import Testing

@testable import Quality

@Suite struct TermMissingTests {
  private let glossary = Glossary([
    Fixture.concept("checkpoint", fr: [("poste de contrôle", .preferred)], en: [("checkpoint", .preferred)]),
    Fixture.concept("truce", fr: [("trêve", .preferred)], en: [("truce", .preferred)], related: ["ceasefire"]),
    Fixture.concept("ceasefire", fr: [("cessez-le-feu", .preferred)], en: [("ceasefire", .preferred)]),
    Fixture.concept("only_french", fr: [("maquisard", .preferred)], en: []),
  ])

  private func findings(_ source: [String], _ target: [String], _ beads: [Bead]? = nil) -> [Finding] {
    let beads = beads ?? source.indices.map { Bead(source: [$0], target: [$0]) }
    let work = CheckedWork(
      source: Fixture.text("fr", source), target: Fixture.text("en", target), beads: beads,
      glossary: glossary)
    return TermMissing().findings(in: work)
  }

  @Test func aTermWithoutCounterpartIsReportedInItsSentence() throws {
    let found = findings(["Au ⟦poste de contrôle|checkpoint⟧, rien."], ["Nothing at the barrier."])
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.words?.side == .target && finding.words?.sentence == 0)
    #expect(finding.suggestions == ["checkpoint"])
    #expect(finding.message == "'poste de contrôle' in the source is 'checkpoint' in the glossary; it is not here")
  }

  @Test func aTermOnceInTheTranslationServesTwoInTheSource() {
    #expect(
      findings(
        ["Le ⟦poste de contrôle|checkpoint⟧ et l'autre ⟦poste de contrôle|checkpoint⟧."],
        ["The ⟦checkpoint|checkpoint⟧ and the other."]
      ).isEmpty)
  }

  @Test func aRelatedTermServes() {
    #expect(findings(["La ⟦trêve|truce⟧ tient."], ["The ⟦ceasefire|ceasefire⟧ holds."]).isEmpty)
    #expect(findings(["Le ⟦cessez-le-feu|ceasefire⟧ tient."], ["The ⟦truce|truce⟧ holds."]).isEmpty)
  }

  @Test func theNeighbouringBeadServes() {
    #expect(findings(["Une ⟦trêve|truce⟧.", "Fin."], ["Over.", "A ⟦truce|truce⟧."]).isEmpty)
  }

  @Test func oneSidedBeadsAndMissingLanguagesAreSilent() {
    #expect(findings(["Une ⟦trêve|truce⟧."], [], [Bead(source: [0], target: [])]).isEmpty)
    #expect(findings(["Un ⟦maquisard|only_french⟧."], ["A fighter."]).isEmpty)
  }
}
