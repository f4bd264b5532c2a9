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
    #expect(throws: RulesErrors.self) { try NameLexicon([.init(name: "y.csv", text: "fr,of,kind\n")]) }
  }
}
