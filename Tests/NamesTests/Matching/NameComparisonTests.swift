import Testing

@testable import Names

@Suite struct NameComparisonTests {
  private func compare(_ a: String, _ b: String) throws -> NameMatch {
    let matcher = NameMatcher(try ShippedModel.get())
    return NameComparison(matcher, explains: true).compare(matcher.prepare(a), matcher.prepare(b))
  }

  @Test func aParticleMayBeLeftOut() throws {
    #expect(try compare("Hafez al-Charaa", "Hafez Charaa").verdict == .same)
    #expect(try compare("Hafez al-Charaa", "Hafez Dayri").verdict == .different)
  }

  @Test func aSurnameAloneIsLessSure() throws {
    let alone = try compare("Tchilinguirian", "Anna Chilingiryan")
    #expect(alone.verdict == .same && alone.score < 0.75)
    #expect(alone.reason.hasPrefix("the surname alone"))
  }

  @Test func shorterNamesHaveLessRoom() {
    #expect(NameComparison.bearable(3) < NameComparison.bearable(10))
    #expect(NameComparison.bearable(12) == NameComparison.bearable(40))
    #expect(NameComparison.score(.infinity, 5) == 0)
  }
}
