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

  @Test func aCityInTheFormOfTheSourceIsReported() throws {
    #expect(
      try found(
        fr: ["De Varsovie à Lisbonne, Le Cap et Pékin."], ["From Varsovie to Lisbonne, Le Cap and Pekin."])
        == ["0 Varsovie → Warsaw", "0 Lisbonne → Lisbon", "0 Le Cap → Cape Town", "0 Pekin → Beijing"])
  }

  @Test func aNameThatBothLanguagesHaveIsSilent() throws {
    #expect(try found(fr: ["Il est allé de Mexico à Paris."], ["He went from Mexico City to Paris."]) == [])
    #expect(try found(fr: ["Mme Giselle Maurice est venue."], ["Ms Giselle Maurice came."]) == [])
    #expect(try found(fr: ["Harry Rushden est venu à Rushden."], ["Harry Rushden came to Rushden."]) == [])
  }
}
