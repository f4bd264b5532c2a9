import Bitext
import Testing

@testable import Quality

@Suite struct WorldLexiconTests {
  private func found(_ text: String, _ language: LanguageTag) throws -> [String] {
    let words = NameText.words(of: text)
    let world = try NameFixture.world.get().names.joined(with: language, "en")
    return WorldLexicon(world, language: language).mentions(in: words).map { mention in
      words[mention.words].map(\.text).joined(separator: " ") + (mention.isPeople ? " (people)" : "")
    }
  }

  @Test func theLongestNameIsFound() throws {
    #expect(try found("He left South Korea for the Korean coast.", "en") == ["South Korea", "Korean (people)"])
  }

  @Test func casesAreFoundWhereALanguageHasThem() throws {
    #expect(try found("Он приехал из Шотландии в Пенсильванию.", "ru") == ["Шотландии", "Пенсильванию"])
  }

  @Test func anAcronymInSmallLettersIsAnotherWord() throws {
    #expect(try found("Those who told us the truth", "en") == [])
    #expect(try found("The WHO and the US", "en") == ["WHO", "US"])
  }
}
