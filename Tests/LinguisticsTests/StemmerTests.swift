import Testing

@testable import Linguistics

@Suite struct StemmerTests {
  @Test func formsOfAWordShareAStem() throws {
    let french = try #require(Stemmer("fr"))
    #expect(french.stem("couloirs") == french.stem("couloir"))
    let russian = try #require(Stemmer("ru-RU"))
    #expect(russian.stem("соглашения") == russian.stem("соглашение"))
  }

  @Test func languagesWithoutRulesHaveNone() {
    #expect(Stemmer("az") == nil)
    #expect(Stemmer("ka") == nil)
  }
}
