import Bitext
import Testing

@testable import Terminology

@Suite struct TermTracesTests {
  private func hints(_ language: LanguageTag, _ term: String, _ sentence: String) throws -> Bool {
    let traces = try Fixture.matcher(language, "x: \(language)=x").traces
    let place = SourcePosition(file: "t.csv", line: 2, column: 1)
    return traces.hints(
      Term(language: language, text: term, status: .preferred, position: place), in: traces.stems(of: sentence))
  }

  @Test(arguments: [
    ("negotiation", "Chile is obliged to negotiate."), ("disarmament", "We will not disarm first."),
    ("prison sentence", "He was sentenced to life."), ("Lachin corridor", "The corridor stays closed."),
    ("prison", "He could be imprisoned."), ("arrest", "Six people were arrested."),
  ])
  func aDerivativeOfTheHeadIsATrace(term: String, sentence: String) throws {
    #expect(try hints("en", term, sentence))
  }

  @Test(arguments: [
    ("peace treaty", "A peace deal was signed."), ("checkpoint", "They stopped at the barrier."),
    ("Lachin corridor", "The Lachin road is closed."), ("map", "The charts were handed over."),
    ("parliamentary election", "They said that the Central Electoral Commission had counted every vote."),
  ])
  func aRestOfTheTermOrAnotherWordIsNone(term: String, sentence: String) throws {
    #expect(try !hints("en", term, sentence))
  }

  @Test func theHeadStandsWhereTheLanguageHasIt() throws {
    #expect(try hints("fr", "traité de paix", "Le traité est signé."))
    #expect(try !hints("fr", "traité de paix", "La paix est signée."))
    #expect(try hints("ru", "мирный договор", "Договор подписан."))
  }
}
