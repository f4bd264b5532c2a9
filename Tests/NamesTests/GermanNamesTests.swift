import Bitext
import Testing

@testable import Names

/// German came in by files alone: cues and lists under `glossary/names`. Every noun has a capital there, so that what is listed,
/// first names, titles and offices decide, and what may be a noun is left alone.
@Suite struct GermanNamesTests {
  private func names(_ sentences: String...) throws -> [String] {
    NameFinder(language: "de", model: try ShippedModel.get()).find(in: sentences).map {
      $0.name == $0.surface ? "\($0.kind.rawValue) \($0.surface)" : "\($0.kind.rawValue) \($0.surface) = \($0.name)"
    }
  }

  @Test func personsAreFoundByFirstNameTitleAndOffice() throws {
    #expect(
      try names(
        "Bundeskanzler Olaf Scholz hat den armenischen Ministerpräsidenten Nikol Paschinjan empfangen.",
        "Am Rande sprach Außenministerin Baerbock mit Frau Galstian.", "Ursula von der Leyen war nicht dabei.")
        == [
          "person Olaf Scholz", "person Nikol Paschinjan", "person Baerbock", "person Galstian",
          "person Ursula von der Leyen",
        ])
  }

  @Test func theGenitiveIsNoPartOfAName() throws {
    #expect(
      try names(
        "Wladimir Putin schwieg.", "Putins Sprecher reiste durch Aserbaidschan.", "Aserbaidschans Armee rückte vor.")
        == [
          "person Wladimir Putin", "person Putins = Wladimir Putin", "place Aserbaidschan",
          "place Aserbaidschans = Aserbaidschan",
        ])
  }

  @Test func placesAreListedOrFollowAWordForThem() throws {
    #expect(
      try names("Der Präsident von Aserbaidschan reiste von Baku nach Moskau.", "Schüsse fielen im Dorf Zorakan.")
        == ["place Aserbaidschan", "place Baku", "place Moskau", "place Zorakan"])
  }

  @Test func bodiesAreListedOrHaveAnAdjectiveOrAGroup() throws {
    #expect(
      try names(
        "Das Auswärtige Amt und die Vereinten Nationen schwiegen.",
        "Nun prüft der Europäische Gerichtshof für Menschenrechte den Fall, sagt die OSZE.",
        "Die Regierungspartei Zivilvertrag gewann.")
        == [
          "org Auswärtige Amt", "org Vereinten Nationen", "org Europäische Gerichtshof für Menschenrechte", "org OSZE",
          "org Zivilvertrag",
        ])
  }

  @Test(
    "nouns are no names",
    arguments: [
      "Nach Angaben des Ministeriums starben drei Soldaten bei dem Angriff auf die Grenze.",
      "Am Abend kündigte der Präsident Gespräche an.", "Die Kommission und der Rat schwiegen.",
      "Der armenische Präsident und seine Frau reisten ab.", "Verhandlungen über Frieden dauern Jahre.",
      "Will die Regierung den Krieg?", "ALLE FRAGEN SIND OFFEN",
    ])
  func nouns(sentence: String) throws {
    #expect(try names(sentence) == [])
  }

  @Test func aNounThatIsWrittenInCapitalsElsewhereIsStillNone() throws {
    #expect(try names("ALLE kamen, und Alle blieben.") == ["org ALLE"])
  }
}
