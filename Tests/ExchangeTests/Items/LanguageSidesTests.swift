import Bitext
import Testing

@testable import Exchange

@Suite struct LanguageSidesTests {
  private func sides(
    _ languages: [String], source: LanguageTag? = nil, target: LanguageTag? = nil
  ) -> (pair: [String?], losses: [String]) {
    var options = WritingOptions()
    (options.source, options.target) = (source, target)
    var sides = LanguageSides(options)
    var losses = Losses()
    let unit = TranslationUnit(variants: languages.map { Variant(language: $0, content: []) })
    let pair = sides.sides(of: unit, &losses)
    return ([pair.source?.language, pair.target?.language], losses.counts.map(\.name))
  }

  @Test func theFirstTwoIfNothingSaysWhich() {
    let found = sides(["fr", "en", "de"])
    #expect(found.pair == ["fr", "en"] && found.losses == ["side in de"])
  }

  @Test func theOnesThatAreNamedElseOfAnotherRegion() {
    #expect(sides(["en", "fr-CA", "fr"], source: "fr", target: "en").pair == ["fr", "en"])
    #expect(sides(["en-GB", "fr-CA"], source: "fr", target: "en").pair == ["fr-CA", "en-GB"])
  }

  @Test func aSideThatIsNotThereIsNone() {
    #expect(sides(["fr"], source: "fr", target: "en").pair == ["fr", nil])
    #expect(sides(["de"], source: "fr").pair[0] == nil)
    #expect(sides([]).pair == [nil, nil])
  }
}
