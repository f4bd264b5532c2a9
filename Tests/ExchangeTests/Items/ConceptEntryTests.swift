import Bitext
import Testing

@testable import Exchange

@Suite struct ConceptEntryTests {
  private let entry = ConceptEntry(
    id: "c", languages: ["fr-CA", "fr", "en"].map { LanguageSection(language: $0, terms: [TermEntry($0)]) },
    position: SourcePosition(file: "a"))

  @Test func aLanguageIsFoundExactlyElseInAnotherRegion() {
    #expect(entry.section("fr")?.language == "fr" && entry.section("en-GB")?.language == "en")
    #expect(entry.section("de") == nil)
  }

  @Test(arguments: [
    ("preferredTerm-admn-sts", TermStatus.preferred), ("approved", .preferred), ("provisional", .admitted),
    ("non-standard", .deprecated), ("obsolete", .superseded), ("rejected", .forbidden),
  ])
  func statusesAreKnownInTheWordsOfEveryFormat(spelling: String, status: TermStatus) {
    #expect(TermEntry("a", data: [TermDatum("administrativeStatus", spelling)]).status == status)
  }
}
