import Testing

@testable import Names

@Suite struct NameLexiconEntryTests {
  @Test func formsAreFoundByTheirColumn() {
    let forms = NameLexicon.Entry.Forms(labels: ["fr", "native"], spellings: [["Moscou"], ["Москва", "Москвa"]])
    #expect(forms["native"] == ["Москва", "Москвa"])
    #expect(forms["en"] == nil)
    #expect(forms.all == ["Moscou", "Москва", "Москвa"])
    #expect(NameLexicon.Entry.Forms().all.isEmpty)
  }

  @Test func placesAreOfFourKinds() {
    let places = NameLexicon.Entry.Kind.allCases.filter {
      NameLexicon.Entry(forms: .init(), origin: "und", kind: $0, gender: "").isPlace
    }
    #expect(places == [.country, .region, .city, .site])
  }
}
