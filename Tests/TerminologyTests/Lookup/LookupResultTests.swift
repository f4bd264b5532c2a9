import Bitext
import Testing

@testable import Terminology

@Suite struct LookupResultTests {
  @Test func termsOfOneLanguageMayComeFirst() {
    let concept = Fixture.concept("baku place: fr=Bakou; en=Baku; az=Bakı; en.admitted=Bakou")
    let result = LookupResult(query: "Bakou", how: .exact, concept: concept, term: concept.terms[0])
    #expect(result.terms(first: "en-GB").map(\.text) == ["Baku", "Bakou", "Bakou", "Bakı"])
    #expect(result.terms(first: nil).map(\.text) == ["Bakou", "Baku", "Bakı", "Bakou"])
  }
}
