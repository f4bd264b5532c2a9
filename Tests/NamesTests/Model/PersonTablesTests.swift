import Testing

@testable import Names

@Suite struct PersonTablesTests {
  @Test func classesTellOneNameFromTwo() throws {
    let tables = try ShippedModel.get().lexicon.persons.tables
    func kinship(_ a: String, _ b: String) -> PersonTables.Kinship? {
      tables.kinship(tables.known(a)?.classes ?? [], tables.known(b)?.classes ?? [])
    }
    #expect(kinship("oleksandr", "alexandre") == .one)
    #expect(kinship("martin", "martine") == .otherGender)
    #expect(kinship("ahmed", "hamed") == .other)
    #expect(kinship("un", "il") == .other)
    #expect(kinship("martin", "zzz") == nil)
  }

  @Test func patronymicsAreKnownByTheirEndings() throws {
    let tables = try ShippedModel.get().lexicon.persons.tables
    #expect(tables.isPatronymic("nikolaevich") && tables.isPatronymic("николаевич") && tables.isPatronymic("ivanovna"))
    #expect(!tables.isPatronymic("ermakov") && !tables.isPatronymic("ovich"))
  }

  @Test func hyphensAndApostrophesFall() {
    #expect(PersonTables.joined("hsiao-p'ing") == "hsiaoping")
    #expect(PersonTables.joined("mao") == "mao")
  }
}
