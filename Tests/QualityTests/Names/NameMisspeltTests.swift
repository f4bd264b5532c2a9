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

  @Test func aSlipInANameThatNoGlossaryHasIsSeenBesideTheSource() throws {
    let slips = try found(
      fr: ["Hier soir, Marine Tondelier a parlé longuement à Jens Stoltenberg de cette affaire."],
      ["Last night Marine Tondellier spoke at length to Jens Stoltenbreg about this matter."])
    #expect(slips == ["0 Tondellier → Tondelier", "0 Stoltenbreg → Stoltenberg"])
  }

  @Test func aNameSpeltRightElsewhereIsNotLeftWrongOnce() throws {
    #expect(
      try found(
        fr: ["Neil Abercrombie est venu.", "Abercrombie a parlé."],
        ["Neil Abercrombie came.", "Then Abercromby spoke."]) == ["1 Abercromby → Abercrombie"])
  }

  @Test func peoplesPluralsAndWordsOfBothLanguagesAreNoSlips() throws {
    #expect(
      try found(
        fr: ["Les Coréens et le Parti républicain ont parlé aux Jeux olympiques.", "La Corée attend."],
        ["Koreans and the Republican Party spoke at the Olympics.", "Korea is waiting for the Olympic Games."]) == [])
    #expect(try found(["Korean envoys left Korea.", "The Patriots won; a Patriot wept."]) == [])
    #expect(try found(fr: ["Le pape François a vu Martine Aubry."], ["Pope Francis saw Martine Aubry."]) == [])
  }
}
