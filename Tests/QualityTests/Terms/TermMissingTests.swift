import Bitext
import Terminology
import Testing

@testable import Quality

@Suite struct TermMissingTests {
  private let glossary = Glossary([
    Fixture.concept("checkpoint", fr: [("poste de contrôle", .preferred)], en: [("checkpoint", .preferred)]),
    Fixture.concept("truce", fr: [("trêve", .preferred)], en: [("truce", .preferred)], related: ["ceasefire"]),
    Fixture.concept("ceasefire", fr: [("cessez-le-feu", .preferred)], en: [("ceasefire", .preferred)]),
    Fixture.concept("status", fr: [("statut final", .preferred)], en: [("final status", .preferred)], importance: .key),
    Fixture.concept(
      "talks", fr: [("négociation", .preferred)], en: [("negotiation", .preferred)], importance: .background),
    Fixture.concept(
      "displaced", fr: [("personne déplacée", .preferred), ("déplacé", .admitted)],
      en: [("displaced person", .preferred)]),
    Fixture.concept("chess", fr: [("échec", .preferred)], en: [("chess", .preferred)]),
    Fixture.concept("failure", fr: [("échec", .preferred)], en: [("failure", .preferred)]),
    Fixture.concept("only_french", fr: [("maquisard", .preferred)], en: []),
  ])

  private func findings(
    _ source: [String], _ target: [String], _ beads: [Bead]? = nil, least: Concept.Importance = .normal,
    traces: TermTraces? = nil
  ) -> [Finding] {
    let beads = beads ?? source.indices.map { Bead(source: [$0], target: [$0]) }
    let work = CheckedWork(
      source: Fixture.text("fr", source), target: Fixture.text("en", target), beads: beads,
      glossary: glossary, traces: traces,
      homographs: { term in term == "échec" ? ["chess", "failure"] : [] }, leastImportance: least)
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

  @Test func whatMattersMoreIsLouderAndEverydayWordsAreSilentUnlessAsked() {
    #expect(findings(["Le ⟦statut final|status⟧."], ["It is open."]).map(\.severity) == [.error])
    #expect(findings(["Le ⟦poste de contrôle|checkpoint⟧."], ["The barrier."]).map(\.severity) == [.warning])
    let talks = ["Les ⟦négociation|talks⟧ durent."]
    #expect(findings(talks, ["They go on."]).isEmpty)
    #expect(findings(talks, ["They go on."], least: .background).count == 1)
    #expect(findings(["Le ⟦poste de contrôle|checkpoint⟧."], ["The barrier."], least: .key).isEmpty)
  }

  @Test func wordsThatMayBeAnotherThingDoNotAsk() {
    #expect(findings(["L'eau s'est ⟦déplacé|displaced⟧."], ["The water moved."]).isEmpty)
    #expect(findings(["Une ⟦personne déplacée|displaced⟧."], ["A man."]).count == 1)
    #expect(findings(["L'⟦échec|chess⟧ est là."], ["It is a ⟦failure|failure⟧."]).isEmpty)
    #expect(findings(["L'⟦échec|chess⟧ est là."], ["It is done."]).count == 1)
  }

  @Test func aDerivativeInTheBeadIsATranslation() throws {
    let glossary = Glossary([])
    let matcher = TermMatcher(glossary: glossary, language: "en", inflection: .none)
    let source = ["Un ⟦poste de contrôle|checkpoint⟧ gêne.", "Fin."]
    #expect(findings(source, ["They are checkpointed.", "End."], traces: matcher.traces).isEmpty)
    #expect(findings(source, ["A barrier.", "End of checkpointing."], traces: matcher.traces).count == 1)
  }
}
