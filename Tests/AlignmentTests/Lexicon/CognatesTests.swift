import Testing

@testable import Alignment

@Suite struct CognatesTests {
  private func words(_ text: String) -> Vocabulary {
    IndexedText([AlignmentInput(text: text)], stemLength: 12).vocabulary
  }

  /// What the source word looks like on the other side.
  private func alike(_ word: String, _ target: String) -> [String: Float] {
    let (source, other) = (words(word), words(target))
    let table = Cognates.table(source, other)
    return Dictionary(
      table.range(0).map { (other.keys[Int(table.words[$0])], table.probabilities[$0]) }, uniquingKeysWith: max)
  }

  @Test func namesAndNumbersLookAlike() {
    #expect(alike("Erevan", "In Erevan, 44 days") == ["erevan": 1])
    #expect(alike("44", "In Erevan, 44 days") == ["44": 1])
    // "de" may be anything.
    #expect(alike("de", "de facto") == ["de": 0.3])
  }

  @Test func aLongCommonBeginningCounts() {
    let found = alike("président", "the presidency of the press")
    #expect(found.keys.sorted() == ["presidency"])
    #expect(alike("ville", "the house").isEmpty)
  }
}
