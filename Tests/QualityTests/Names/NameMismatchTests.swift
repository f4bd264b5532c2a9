import Testing

@testable import Quality

@Suite struct NameMismatchTests {
  private func found(fr: [String], _ en: [String]) throws -> [String] {
    NameFixture.summary(try NameFixture.findings(NameMismatch(), fr: fr, en: en))
  }

  @Test func anotherPersonThanInTheSourceIsReported() throws {
    #expect(
      try found(
        fr: ["Le mémorandum porte la signature de Sergueï Choïgou."], ["The memorandum is signed by Sergei Lavrov."])
        == ["0 Sergei Lavrov → Sergei Shoigu", "0 Sergueï Choïgou → Sergueï Lavrov"])
  }

  @Test func aNameAddedOrLeftOutIsNoMismatch() throws {
    #expect(try found(fr: ["Sergueï Choïgou est venu."], ["The minister came."]) == [])
    #expect(try found(fr: ["Le ministre est venu."], ["Sergei Shoigu came."]) == [])
  }

  @Test func aMisspeltOrUntransliteratedNameIsNotAnother() throws {
    #expect(try found(fr: ["Sergueï Choïgou est venu à Erevan."], ["Sergei Choïgou came to Yervean."]) == [])
  }

  @Test func aSurnameThatNoRuleExplainsIsNotAnotherPerson() throws {
    #expect(try found(fr: ["Elmira Sadykhova a protesté."], ["Elmira Sadigova protested."]) == [])
  }

  @Test func anAvenueKeepsItsNameInAnyOrder() throws {
    #expect(try found(fr: ["La foule a rempli l'avenue Baghramian."], ["The crowd filled Baghramyan Avenue."]) == [])
  }

  @Test func oneplaceUnderTwoAuthoritiesIsNoMismatch() throws {
    #expect(try found(fr: ["La route mène à Stepanakert."], ["The road leads to Khankendi."]) == [])
  }
}
