import Bitext
import Testing

@testable import Names

@Suite struct PersonRegistryTests {
  private func names(_ language: LanguageTag, _ sentences: [String]) throws -> [String] {
    NameFinder(language: language, model: try ShippedModel.get()).find(in: sentences).map {
      "\($0.surface)/\($0.kind.rawValue)/\($0.name)"
    }
  }

  @Test func anotherSpellingOfTheWholeNameIsThePerson() throws {
    #expect(
      try names("fr", ["Nikol Torosian parle.", "Nikol Torossian répond."]) == [
        "Nikol Torosian/person/Nikol Torosian", "Nikol Torossian/person/Nikol Torosian",
      ])
  }

  @Test func whatIsListedAfterAPlaceIsOne() throws {
    #expect(
      try names("fr", ["Ils vont à Zorakan, Khavtak et Mourtan."]).map { $0.contains("/place/") } == [true, true, true])
  }
}
