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
        == ["0 Sergei Lavrov → Sergei Shoigu"])
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

  @Test func anotherPlaceThanInTheSourceIsReported() throws {
    #expect(
      try found(fr: ["Il a été élu dans le Massachusetts."], ["He was elected in Wisconsin."])
        == ["0 Wisconsin → Massachusetts"])
    #expect(
      try found(fr: ["Il est né à Jénine."], ["He was born in Nablus."]) == ["0 Nablus → Jenin"])
  }

  @Test func anotherBodyThanInTheSourceIsReported() throws {
    #expect(try found(fr: ["L'OMS a tort."], ["The WTO is wrong."]) == ["0 WTO → WHO"])
    #expect(try found(fr: ["La CEDH a tranché."], ["The ECJ has ruled."]) == ["0 ECJ → ECHR"])
  }

  @Test func aPeopleOrACapitalInAnotherWordIsNoOtherPlace() throws {
    #expect(try found(fr: ["La Chine a répondu."], ["The Chinese government answered."]) == [])
    #expect(try found(fr: ["Le gouvernement britannique a répondu."], ["The UK has answered."]) == [])
    #expect(try found(fr: ["L'Organisation mondiale de la santé a tort."], ["The WHO is wrong."]) == [])
  }
}
