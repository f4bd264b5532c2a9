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

  @Test func aCompiledGlossarySaysTheSame() {
    let made = Fixture.glossary("a: fr=un; fr.deprecated=hun; en=one", "b: fr=deux", "c person: en-GB=Three")
    var compiled = Glossary(CompiledGlossary(made))
    #expect(compiled.count == 3)
    #expect(compiled["b"] == made["b"] && compiled["z"] == nil)
    #expect(compiled.concept(0) == made.concept(0))
    #expect(compiled.concepts == made.concepts)
    compiled.overlay([Fixture.concept("a: fr=unique"), Fixture.concept("d: en=four")])
    #expect(compiled.concepts.map(\.id) == ["a", "b", "c", "d"])
    #expect(compiled["a"]?.terms.map(\.text) == ["unique"])
  }
}
