import Bitext
import Testing

@testable import Names

@Suite struct NamePairTests {
  @Test func aConceptWithAFormInEveryPressIsAPair() throws {
    let place = SourcePosition(file: "t", line: 1, column: 1)
    func term(_ language: LanguageTag, _ text: String, _ status: TermStatus) -> Term {
      Term(language: language, text: text, status: status, note: "", source: "", position: place)
    }
    let concepts = [
      Concept(
        id: "a", kind: .person,
        terms: [
          term("fr", "Choïgou", .preferred), term("en", "Shoigu", .preferred), term("en", "Shoygu", .admitted),
          term("ru", "Шойгу", .preferred),
        ], relations: [], position: place),
      Concept(id: "b", kind: .person, terms: [term("fr", "Torosian", .preferred)], relations: [], position: place),
      Concept(
        id: "c", kind: .term, terms: [term("fr", "trêve", .preferred), term("en", "truce", .preferred)], relations: [],
        position: place),
    ]
    let pairs = NamePair.pairs(of: concepts, presses: ["fr", "en"])
    #expect(
      pairs == [NamePair(["fr": ["Choïgou"], "en": ["Shoigu", "Shoygu"]], native: "Шойгу", language: "ru")])
    #expect(pairs.first?.form(.press("en")) == "Shoigu" && pairs.first?.form(.press("de")) == "")
    #expect(pairs.first?.form(.native) == "Шойгу")
  }
}
