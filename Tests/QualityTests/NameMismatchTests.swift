import Testing

@testable import Quality

@Suite struct NameMismatchTests {
  private func found(fr: [String], _ en: [String]) -> [String] {
    NameFixture.summary(NameFixture.findings(NameMismatch(), fr: fr, en: en))
  }

  @Test func anotherPersonThanInTheSourceIsReported() {
    #expect(
      found(
        fr: ["Le mémorandum porte la signature de Sergueï Choïgou."], ["The memorandum is signed by Sergei Lavrov."])
        == ["0 Sergei Lavrov → Sergei Shoigu", "0 Sergueï Choïgou → Sergueï Lavrov"])
  }

  @Test func aNameAddedOrLeftOutIsNoMismatch() {
    #expect(found(fr: ["Sergueï Choïgou est venu."], ["The minister came."]) == [])
    #expect(found(fr: ["Le ministre est venu."], ["Sergei Shoigu came."]) == [])
  }

  @Test func aMisspeltOrUntransliteratedNameIsNotAnother() {
    #expect(found(fr: ["Sergueï Choïgou est venu à Erevan."], ["Sergei Choïgou came to Yervean."]) == [])
  }

  @Test func aSurnameThatNoRuleExplainsIsNotAnotherPerson() {
    #expect(found(fr: ["Elmira Sadykhova a protesté."], ["Elmira Sadigova protested."]) == [])
  }

  @Test func anAvenueKeepsItsNameInAnyOrder() {
    #expect(found(fr: ["La foule a rempli l'avenue Baghramian."], ["The crowd filled Baghramyan Avenue."]) == [])
  }

  @Test func oneplaceUnderTwoAuthoritiesIsNoMismatch() {
    #expect(found(fr: ["La route mène à Stepanakert."], ["The road leads to Khankendi."]) == [])
  }
}
