import Testing

@testable import Romanization

@Suite struct RomanizerTests {
  @Test func rulesAreGivenInTheirOrderOnceEach() throws {
    let derivation = try #require(try Tables.all().derivation(of: "Шаша", from: "ru", to: "fr"))
    #expect(derivation.text == "Chacha")
    #expect(derivation.rules.map(\.id).count == Set(derivation.rules.map(\.id)).count)
    #expect(derivation.rules.first?.id == "ru.sh")
  }

  @Test func aScriptWithoutVowelsGivesNoPressForm() throws {
    let tables = try Tables.all()
    #expect(tables.romanize("راشد", from: "ar", to: "fr") == nil)
    #expect(tables.romanize("راشد", from: "ar", to: "bgn") != nil)
  }

  @Test func secondFormsAreGivenOneAtATime() throws {
    let table = try #require(try Tables.all()["tr"])
    let forms = table.derivations("oğlu", to: "fr")
    #expect(forms.first == "oglu" && forms.count == 2 && Set(forms).count == forms.count)
  }
}
