import Testing

@testable import Quality

@Suite struct NameVariantTests {
  private func found(fr: [String]? = nil, _ en: [String]) throws -> [String] {
    NameFixture.summary(try NameFixture.findings(NameVariant(), fr: fr, en: en))
  }

  @Test func aSecondSpellingIsReportedAgainstTheFirst() throws {
    #expect(
      try found([
        "Arayik Harutyunyan resigned in the morning.", "Harutyunyan gave no reason.",
        "Arutyunyan had been elected in May.",
      ]) == ["2 Arutyunyan → Harutyunyan"])
  }

  @Test func twoPeopleOfOneSurnameAreNoVariants() throws {
    #expect(
      try found(["Serzh Sargsyan met Armen Sarkissian.", "Sarkissian had lived in London.", "Sargsyan led the party."])
        == [])
  }

  @Test func oneSpellingThroughoutIsSilent() throws {
    #expect(try found(["Arayik Harutyunyan resigned.", "Harutyunyan gave no reason."]) == [])
  }
}
