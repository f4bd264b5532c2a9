import Testing

@testable import Alignment

@Suite struct VocabularyTests {
  private func number(_ spelling: String, in words: inout Vocabulary, _ kind: Vocabulary.Kind = .letters) -> Int32 {
    var spelling = spelling
    return spelling.withUTF8 { words.number(spelling: $0, kind: kind) }
  }

  @Test func spellingsOfOneKeyAreOneWord() {
    var words = Vocabulary(stemLength: 6)
    #expect(number("Arménie", in: &words) == 0)
    #expect(number("ARMENIE", in: &words) == 0)
    // Only the stem counts.
    #expect(number("arménien", in: &words) == 0)
    #expect(number("Bakou", in: &words) == 1)
    #expect(words.count == 2 && words.keys == ["armeni", "bakou"] && words.find("bakou") == 1)
  }

  @Test func signsStandForOneAnother() {
    var words = Vocabulary(stemLength: 6)
    #expect(number("«", in: &words, .sign) == number("”", in: &words, .sign))
    #expect(number("–", in: &words, .sign) == number("-", in: &words, .sign))
    #expect(number("?", in: &words, .sign) != number("!", in: &words, .sign))
  }
}
