import Testing

@testable import Quality

@Suite struct NameUntransliteratedTests {
  private func found(fr: [String]? = nil, _ en: [String]) -> [String] {
    NameFixture.summary(NameFixture.findings(NameUntransliterated(), fr: fr, en: en))
  }

  @Test func theFormOfTheOtherLanguageIsReportedWithOurs() {
    #expect(
      found(["Nikol Pashinyan spoke in Erevan.", "Then Pachinian left."]) == [
        "0 Erevan → Yerevan", "1 Pachinian → Pashinyan",
      ])
  }

  @Test func theMessageSaysWhichLanguageAndHowOften() throws {
    let findings = NameFixture.findings(
      NameUntransliterated(), en: ["Pashinyan spoke.", "Then Nikol Pashinyan left.", "Later Pachinian came back."])
    let message = try #require(findings.first).message
    #expect(message == "'Pachinian' is the French form; English texts use 'Pashinyan' (2 times in this text)")
  }

  @Test func rightFormsAndInitialsAreSilent() {
    #expect(
      found(fr: ["Nikol Pachinian a reçu S. Choïgou à Erevan."], ["Pashinyan received S. Shoigu in Yerevan."]) == [])
    #expect(found(fr: ["Charles Michel est parti."], ["Charles Michel has left."]) == [])
    #expect(found(["YEREVAN IS CALM"]) == [])
  }
}
