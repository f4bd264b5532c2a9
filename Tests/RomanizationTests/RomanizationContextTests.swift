import Testing

@testable import Romanization

@Suite struct RomanizationContextTests {
  private func holds(_ context: String, _ word: String, _ range: Range<Int>) -> Bool {
    RomanizationContext(context)?.holds(
      in: Array(word.unicodeScalars), at: range, vowels: Set("aeiou".unicodeScalars), front: Set("ei".unicodeScalars))
      ?? false
  }

  @Test func atomsAreAllTrue() {
    #expect(holds("initial", "ta", 0..<1))
    #expect(!holds("initial", "ta", 1..<2))
    #expect(holds("final after-consonant", "ta", 1..<2))
    #expect(holds("between-vowels", "asa", 1..<2))
    #expect(!holds("between-vowels", "ast", 1..<2))
    #expect(holds("before-front", "ge", 0..<1))
    #expect(!holds("before-front", "ga", 0..<1))
    #expect(holds("after:xs before:t", "sat", 1..<2))
    #expect(!holds("after:x", "sat", 1..<2))
  }

  @Test func unknownAtomsAreRefused() {
    #expect(RomanizationContext("sometimes") == nil)
    #expect(RomanizationContext("after:") == nil)
    #expect(RomanizationContext("") == .anywhere)
  }
}
