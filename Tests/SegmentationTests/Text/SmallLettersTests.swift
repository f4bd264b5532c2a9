import Testing

@testable import Segmentation

@Suite struct SmallLettersTests {
  /// The word in small letters; nil where it has no capital.
  private func folded(_ word: String) -> String? {
    var word = word
    return word.withUTF8 { SmallLetters.withFolded($0) { $0.map { String(decoding: $0, as: UTF8.self) } } }
  }

  @Test func capitalsOfEveryAlphabetBecomeSmall() {
    #expect(folded("MM") == "mm" && folded("Éts") == "éts" && folded("Проф") == "проф" && folded("Պրոֆ") == "պրոֆ")
    #expect(folded("İst") == "ist")
  }

  @Test func aWordWithoutCapitalsIsLeft() {
    for word in ["art", "él", "см", "ბ-ნი", "12", ""] { #expect(folded(word) == nil, "\(word)") }
  }
}
