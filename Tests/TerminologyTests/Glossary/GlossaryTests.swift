import Testing

@testable import Terminology

@Suite struct GlossaryTests {
  @Test func aLaterConceptReplacesTheOneOfItsIdWhole() {
    var glossary = Fixture.glossary("a: fr=un; en=one", "b: fr=deux")
    glossary.overlay([Fixture.concept("a: fr=unique"), Fixture.concept("c: en=three")])
    #expect(glossary.concepts.map(\.id) == ["a", "b", "c"])
    #expect(glossary["a"]?.terms.map(\.text) == ["unique"])
    #expect(glossary["z"] == nil)
    #expect(glossary.languages == ["en", "fr"])
  }
}
