import Testing

@testable import Linguistics

@Suite struct SpellingNumbersTests {
  private func number(_ text: String, _ numbers: inout SpellingNumbers) -> Int {
    var text = text
    return text.withUTF8 { numbers.number(of: $0) }
  }

  @Test func spellingsAreNumberedAsTheyAppear() {
    var numbers = SpellingNumbers()
    #expect(["un", "deux", "un", "Un", "", "deux"].map { number($0, &numbers) } == [0, 1, 0, 2, 3, 1])
    #expect(numbers.count == 4)
  }

  @Test func manySpellingsKeepTheirNumbers() {
    var numbers = SpellingNumbers()
    let words = (0..<5000).map { "mot\($0 * $0)\($0 % 7 == 0 ? "é" : "")" }
    for (place, word) in words.enumerated() { #expect(number(word, &numbers) == place) }
    for (place, word) in words.enumerated().reversed() { #expect(number(word, &numbers) == place) }
  }
}
