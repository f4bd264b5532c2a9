import Testing

@testable import Terminology

@Suite struct TermExtractionTests {
  private func patterns(_ language: String) throws -> ExtractionPatterns {
    let file = try Fixture.ruleFiles("extraction").first { $0.position.file.hasSuffix("\(language).yml") }
    return try ExtractionPatterns(try #require(file))
  }

  @Test func longerPhrasesExplainTheirParts() throws {
    let sentences = (0..<4).map { _ in "L’année civile du contribuable étranger." } + ["Le contribuable paie."]
    let found = TermExtraction(try patterns("fr"), minimum: 2).candidates(in: sentences)
    #expect(found.first?.text == "année civile du contribuable étranger")
    // Only seen inside the longer one: nothing is left of it.
    #expect(found.first { $0.text == "contribuable étranger" }?.score == 0)
  }

  @Test func spellingsOfOnePhraseAreCountedTogether() throws {
    let sentences = ["Une année civile.", "Des années civiles.", "L’année civile."]
    let found = TermExtraction(try patterns("fr"), minimum: 3).candidates(in: sentences)
    #expect(found.first?.text == "année civile" && found.first?.frequency == 3)
  }

  @Test func stopWordsAndPunctuationPartPhrases() throws {
    let found = TermExtraction(try patterns("en"), minimum: 1).candidates(in: ["Tax, income; the rate of it."])
    #expect(found.allSatisfy { !$0.text.contains(" ") })
    #expect(TermExtraction(try patterns("en")).candidates(in: []).isEmpty)
  }

  @Test func whatGeneralLanguageKnowsCountsLess() throws {
    let sentences = ["A body corporate makes a report.", "The body corporate makes the report."]
    let general = (0..<50).map { _ in "The report is long." }
    let found = TermExtraction(try patterns("en"), minimum: 2).candidates(in: sentences, against: general)
    let report = try #require(found.firstIndex { $0.text == "report" })
    let body = try #require(found.firstIndex { $0.text == "body corporate" })
    #expect(body < report)
  }

  @Test func translationsAreOfTheSameLengthOrNone() throws {
    let sources = [
      "Le processus enfant attend.", "Un processus enfant échoue.", "Le processus enfant et son père.",
      "Un tuyau fermé.",
      "Le tuyau du père.", "Un tuyau.",
    ]
    let targets = [
      "The child process waits.", "A child process fails.", "The child process and its parent.", "Nothing is left.",
      "Another matter.", "Silence.",
    ]
    let found = TermExtraction(try patterns("fr"), minimum: 3)
      .candidates(in: sources, targets: (targets, try patterns("en")))
    // "child" and "process" are in the same units, but are half of it.
    #expect(found.first { $0.text == "processus enfant" }?.translations.first?.text == "child process")
    #expect(found.first { $0.text == "tuyau" }?.translations.isEmpty == true)
  }

  @Test func verbsAndPointingWordsDoNotBeginOrEndCandidates() throws {
    let sentences = (0..<3).map { _ in "La méthode renvoie la valeur du processus actuel au cours de la semaine." }
    let found = TermExtraction(try patterns("fr"), minimum: 3).candidates(in: sentences).map(\.text)
    #expect(
      found.allSatisfy { !$0.contains("renvoie") && !$0.hasSuffix("actuel") && !$0.hasPrefix("cours") }, "\(found)")
  }

  @Test(arguments: [(1.0, 0.0), (2, 1), (3, 1.584_962_500_721_156), (0.5, -1), (1e6, 19.931_568_569_324_174), (0, 0)])
  func logarithms(value: Double, expected: Double) { #expect(abs(Logarithm.base2(value) - expected) < 1e-9) }
}
