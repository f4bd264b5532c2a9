import Testing

@testable import Quality

@Suite struct WordLikenessTests {
  private func difference(_ a: String, _ b: String) -> WordLikeness.Difference? {
    WordLikeness.difference(Array(a.unicodeScalars), Array(b.unicodeScalars))
  }

  @Test(
    "a letter changed, lost, added, or two exchanged",
    arguments: [("tellis", "telis"), ("trump", "trupm"), ("peppa", "pepap"), ("harlem", "haelem")])
  func slips(words: (String, String)) {
    #expect(difference(words.0, words.1) == .slip)
  }

  @Test func anEndingIsToldApart() {
    #expect(difference("patriot", "patriots") == .ending)
    #expect(difference("bolivie", "bolivia") == .ending)
  }

  @Test func wordsThatAreFarApartOrEqualAreNoSlips() {
    #expect(difference("lavrov", "shoigu") == nil)
    #expect(difference("moscow", "moscow") == nil)
    #expect(difference("berlin", "merlin") == nil)
  }
}
