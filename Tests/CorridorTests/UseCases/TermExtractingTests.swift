import Testing

@testable import Corridor

@Suite struct TermExtractingTests {
  private func document(_ text: String, _ language: LanguageTag) throws -> Document {
    try Fixture.workspace.segment(text: text, ReadingOptions(language: language))
  }

  @Test func repeatedPhrasesAreCandidatesWithIdsOfTheirOwn() throws {
    let text = String(repeating: "Le poste de secours est fermé. Le poste de secours ouvre.\n", count: 3)
    let found = try Fixture.workspace.extractTerms([document(text, "fr")])
    #expect(found.candidates.first?.text == "poste de secours")
    #expect(found.conceptIDs.first == "poste_de_secours")
    #expect(Set(found.conceptIDs).count == found.candidates.count)
  }

  @Test func textsOfTwoLanguagesAreRefused() throws {
    #expect(throws: CorridorError.mixedLanguages(file: "text", language: "en", first: "fr")) {
      try Fixture.workspace.extractTerms([document("Bonjour.", "fr"), document("Hello.", "en")])
    }
  }

  @Test func aLanguageWithoutPatternsIsNamed() throws {
    let error = #expect(throws: CorridorError.self) {
      try Fixture.workspace.extractTerms([document("Kaixo mundua.", "eu")])
    }
    guard case .unsupportedLanguage("eu", _, let known) = error else {
      Issue.record("refused as \(String(describing: error))")
      return
    }
    #expect(known.contains("fr"))
  }
}
