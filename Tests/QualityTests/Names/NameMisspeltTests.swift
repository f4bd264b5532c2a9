import Testing

@testable import Quality

@Suite struct NameMisspeltTests {
  private func found(fr: [String]? = nil, _ en: [String]) throws -> [String] {
    NameFixture.summary(try NameFixture.findings(NameMisspelt(), fr: fr, en: en))
  }

  @Test func swappedLettersAreASlip() throws {
    #expect(
      try found(
        fr: ["La route d'Agdam est ouverte.", "Agdam attend."], ["The road through Agdham is open.", "Aghdam waits."])
        == ["0 Agdham → Aghdam"])
  }

  @Test func aNameThatAnswersToTheSourceIsNoSlip() throws {
    #expect(
      try found(
        fr: ["Gagik Ohanian et Seyran Ohanian sont là.", "Ohanian parle."],
        ["Gagik Ohanyan and Seyran Ohanyan are there.", "Ohanyan speaks."]) == [])
  }
}
