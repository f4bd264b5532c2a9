import Testing

@testable import Names

@Suite struct NamePredictorUnvocalisedTests {
  private func best(_ name: String, _ language: String, _ to: String) throws -> String? {
    NamePredictor(try ShippedModel.get()).predict(
      name, from: .init(stringLiteral: language), to: .init(stringLiteral: to)
    ).candidates.first?.text
  }

  @Test func theArticleIsTakenOffAndPutBack() throws {
    #expect(try best("الراشد", "ar", "fr")?.hasPrefix("al-") == true)
    #expect(try best("راشد", "ar", "fr") == "Rached")
  }

  @Test func halvesOfAWordArePartedAtTheJoiner() throws {
    #expect(try best("احمدی\u{200C}نژاد", "fa", "en") == "Ahmadinejad")
  }
}
