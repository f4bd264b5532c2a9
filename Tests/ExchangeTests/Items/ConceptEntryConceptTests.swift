import Bitext
import Testing

@testable import Exchange

@Suite struct ConceptEntryConceptTests {
  @Test func aConceptComesBackFromItsEntry() {
    let place = SourcePosition(file: "a", line: 2, column: 1)
    let concept = Concept(
      id: "c", kind: .term,
      terms: [
        Term(language: "fr", text: "trêve", status: .preferred, position: place),
        Term(language: "en", text: "truce", status: .preferred, position: place),
        Term(language: "fr", text: "pause", status: .forbidden, note: "n", position: place),
      ], relations: [Relation(kind: .related, concept: "d")], position: place)
    var losses = Losses()
    let back = ConceptEntry(concept).concept(number: 1, &losses)
    #expect(losses.isEmpty && back.relations == concept.relations)
    #expect(
      back.terms.map { "\($0.language) \($0.text) \($0.status)" } == [
        "fr trêve preferred", "fr pause forbidden", "en truce preferred",
      ])
  }

  @Test func whatAConceptCannotHoldIsCounted() {
    var losses = Losses()
    let entry = ConceptEntry(
      id: "", data: [TermDatum("x-house", "h")],
      languages: [LanguageSection(language: "not a tag", terms: [TermEntry("a"), TermEntry("b")])],
      position: SourcePosition(file: "a"))
    _ = entry.concept(number: 7, &losses)
    #expect(losses.counts.map { "\($0.name) \($0.count)" } == ["x-house 1", "side in not a tag 2"])
  }
}
