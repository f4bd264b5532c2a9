import Testing

@testable import Quality

@Suite struct NameUntransliteratedTests {
  private func found(fr: [String]? = nil, _ en: [String]) throws -> [String] {
    NameFixture.summary(try NameFixture.findings(NameUntransliterated(), fr: fr, en: en))
  }

  @Test func theFormOfTheOtherLanguageIsReportedWithOurs() throws {
    #expect(
      try found(["Nikol Pashinyan spoke in Erevan.", "Then Pachinian left."]) == [
        "0 Erevan → Yerevan", "1 Pachinian → Pashinyan",
      ])
  }

  @Test func theMessageSaysWhichLanguageAndHowOften() throws {
    let findings = try NameFixture.findings(
      NameUntransliterated(), en: ["Pashinyan spoke.", "Then Nikol Pashinyan left.", "Later Pachinian came back."])
    let message = try #require(findings.first).message
    #expect(message == "'Pachinian' is the French form; English texts use 'Pashinyan' (2 times in this text)")
  }

  @Test func rightFormsAndInitialsAreSilent() throws {
    #expect(
      try found(fr: ["Nikol Pachinian a reçu S. Choïgou à Erevan."], ["Pashinyan received S. Shoigu in Yerevan."]) == []
    )
    #expect(try found(fr: ["Charles Michel est parti."], ["Charles Michel has left."]) == [])
    #expect(try found(["YEREVAN IS CALM"]) == [])
  }
}
