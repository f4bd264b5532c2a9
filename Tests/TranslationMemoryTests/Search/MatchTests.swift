import Bitext
import Testing

@testable import TranslationMemory

@Suite struct MatchTests {
  private let unit = TranslationUnit(variants: [
    Variant(language: "fr-FR", text: "Il est parti."), Variant(language: "en", text: "He left."),
    Variant(language: "en-GB", text: "He has left."),
  ])

  private func match(
    _ text: String, to target: LanguageTag = "en", score: Double = 100, ordinal: Int = 0, context: Bool = false,
    id: Int64 = 1, rules: MatchRules = MatchRules()
  ) -> Match? {
    Match(
      StoredUnit(id: id, record: UnitRecord(unit), revision: 1),
      IndexHit(unit: id, ordinal: ordinal, score: score, isContextMatch: context),
      MatchQuery(text, from: "fr", to: target, rules: rules), folded: FoldedText(text))
  }

  @Test func theTranslationIsThatOfTheRegionAskedForElseTheFirst() {
    #expect(match("Il est parti.", to: "en")?.target == "He left.")
    #expect(match("Il est parti.", to: "en-GB")?.target == "He has left.")
    #expect(match("Il est parti.", to: "en-US")?.target == "He left.")
    #expect(match("Il est parti.", to: "hy") == nil)
    #expect(match("Il est parti.", ordinal: 3) == nil)
  }

  @Test func theShownScoreIsNeverRoundedUp() {
    #expect(match("Il est parti.", score: 99.9)?.shownScore == 99)
    #expect(match("Il est parti.", score: 100, context: true)?.shownScore == 101)
  }

  @Test func blemishesAreNamedInAlphabeticalOrder() {
    let rules = MatchRules(points: [.numbers: 2, .letterCase: 1, .punctuation: 1])
    #expect(match("Il est parti.", rules: rules)?.penalties == [])
    let found = match("il est parti 2!", rules: rules)
    #expect(found?.penalties.map(\.blemish) == [.letterCase, .numbers, .punctuation])
    #expect(found?.penalty == 4)
    #expect(match("il est parti 2!", rules: .none)?.penalties == [])
  }

  @Test func scoreThenContextThenPenaltiesThenTheOlderUnit() throws {
    let matches = [
      match("Il est parti.", score: 100, id: 9), match("Il est parti.", score: 90, context: true, id: 8),
      match("Il est parti.", score: 90, id: 6), match("Il est parti.", score: 90, id: 7),
      match("Il est parti 2.", score: 90, id: 1),
    ].compactMap { $0 }
    #expect(matches.count == 5)
    #expect(matches.reversed().sorted { $0.precedes($1) }.map(\.unit.id) == [9, 8, 6, 7, 1])
  }
}
