import Testing

@testable import Quality

@Suite struct NameVariantTests {
  private func found(fr: [String]? = nil, _ en: [String]) -> [String] {
    NameFixture.summary(NameFixture.findings(NameVariant(), fr: fr, en: en))
  }

  @Test func aSecondSpellingIsReportedAgainstTheFirst() {
    #expect(
      found([
        "Arayik Harutyunyan resigned in the morning.", "Harutyunyan gave no reason.",
        "Arutyunyan had been elected in May.",
      ]) == ["2 Arutyunyan → Harutyunyan"])
  }

  @Test func twoPeopleOfOneSurnameAreNoVariants() {
    #expect(
      found(["Serzh Sargsyan met Armen Sarkissian.", "Sarkissian had lived in London.", "Sargsyan led the party."])
        == [])
  }

  @Test func oneSpellingThroughoutIsSilent() {
    #expect(found(["Arayik Harutyunyan resigned.", "Harutyunyan gave no reason."]) == [])
  }
}
