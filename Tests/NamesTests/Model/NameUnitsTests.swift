import Romanization
import Testing

@testable import Names

@Suite struct NameUnitsTests {
  private func units(_ language: String, _ from: NameSide, _ to: NameSide) throws -> NameUnits {
    let tables = try ShippedModel.get().tables
    return NameUnits(
      table: tables[.init(stringLiteral: language)], direction: NameDirection(from: from, to: to), tables.conventions)
  }

  private func targets(_ units: NameUnits, _ word: String, at index: Int) -> Set<String> {
    Set(units.units(in: Array(word.unicodeScalars), at: index).map { String(String.UnicodeScalarView($0.target)) })
  }

  @Test func aRowLeadsFromOnePressToTheOther() throws {
    let found = targets(try units("ru", .press("fr"), .press("en")), "choïgou", at: 0)
    #expect(found.isSuperset(of: ["sh", "c"]))
  }

  @Test func marksFallWhereThePressDropsThem() throws {
    #expect(targets(try units("ru", .press("fr"), .press("en")), "ñ", at: 0) == ["n"])
    #expect(targets(try units("ru", .press("en"), .press("fr")), "ñ", at: 0) == ["ñ"])
    #expect(targets(try units("zz", .press("fr"), .press("en")), "ñ", at: 0) == ["ñ"], "no table: letters stay")
  }
}
