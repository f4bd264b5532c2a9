import Rules
import Testing

@testable import Names

@Suite struct NameLexiconTests {
  @Test func entriesAreFoundWhateverCaseAndAccents() throws {
    let lexicon = try ShippedModel.get().lexicon
    #expect(lexicon.entries(for: "MIKHAIL").contains { $0.forms["fr"] == ["Mikhaïl"] })
    #expect(lexicon.entries(for: "Moscou").contains { $0.isPlace })
    #expect(lexicon.entries(for: "Zzz").isEmpty)
  }

  @Test func everyColumnThatIsALanguageHasSpellings() throws {
    let lexicon = try NameLexicon([
      .init(name: "a.csv", text: "de,of,kind\nMoskau,ru,city\n"),
      .init(name: "b.csv", text: "fr,en,native,of,kind\nMoscou,Moscow,Москва,ru,city\n"),
    ])
    #expect(lexicon.entries(for: "Moskau").map { $0.forms["de"] } == [["Moskau"]])
    #expect(lexicon.entries(for: "Moscow").map { $0.forms.all } == [["Moscou", "Moscow", "Москва"]])
    #expect(lexicon.entries(for: "Moscow").first?.forms["de"] == nil)
    #expect(throws: RulesErrors.self) { try NameLexicon([.init(name: "c.csv", text: "of,kind\nru,city\n")]) }
    #expect(throws: RulesErrors.self) { try NameLexicon([.init(name: "d.csv", text: "fr,no tag,of,kind\n")]) }
  }

  @Test func aliasesAreKnownInBothDirections() throws {
    let lexicon = try ShippedModel.get().lexicon
    #expect(lexicon.alias("Stepanakert", "Khankendi") != nil)
    #expect(lexicon.alias("Xankəndi", "Ստեփանակերտ") != nil)
    #expect(lexicon.alias("Chouchi", "Shushi") == nil)
  }

  @Test func faultsHaveTheirPlaces() {
    let table = NameLexicon.File(name: "x.csv", text: "fr,en,of,kind\nA,B,hy,hill\nC,D,!,given\n")
    let error = #expect(throws: RulesErrors.self) { try NameLexicon([table]) }
    #expect(error?.faults.map(\.position.line) == [2, 3])
    #expect(throws: RulesErrors.self) { try NameLexicon([.init(name: "y.csv", text: "fr,of\n")]) }
  }
}
