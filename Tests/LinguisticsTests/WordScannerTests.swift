import TestSupport
import Testing

@testable import Linguistics

@Suite struct WordScannerTests {
  private func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return WordScanner.words(in: text).map { String(decoding: bytes[$0.bytes], as: UTF8.self) }
  }

  @Test func lettersDigitsAndMarksAreWords() {
    #expect(words("l’arrêt de 44 jours.") == ["l", "’", "arrêt", "de", "44", "jours", "."])
    #expect(words("Փաշինյան, Пашинян") == ["Փաշինյան", ",", "Пашинян"])
    #expect(words("B12a") == ["B", "12", "a"])
  }

  @Test func combiningMarksStayWithTheirLetter() {
    #expect(words("e\u{301}te\u{301}") == ["e\u{301}te\u{301}"])
  }

  @Test func spacesAndInvisibleCharactersAreNoWords() {
    #expect(words(" \u{A0}\u{202F}\u{200B}\n\t").isEmpty)
    #expect(words("").isEmpty)
    #expect(words("a\u{A0}b") == ["a", "b"])
  }

  @Test func everyVisibleCharacterIsAWordOfItsOwn() {
    #expect(words("«…»!!") == ["«", "…", "»", "!", "!"])
    #expect(words("🇦🇲") == ["🇦", "🇲"])
  }

  @Test func wordsRiseAndNeverOverlap() {
    var random = SeededGenerator(for: "WordScannerTests")
    let alphabet = Array("aé1 .\u{301}\u{A0}«ш🙂՞\n")
    for _ in 0..<500 {
      let text = String(
        (0..<Int.random(in: 0...30, using: &random)).map { _ in alphabet.randomElement(using: &random)! })
      var end = 0
      for word in WordScanner.words(in: text) {
        #expect(word.bytes.lowerBound >= end && !word.bytes.isEmpty)
        end = word.bytes.upperBound
      }
      #expect(end <= text.utf8.count)
    }
  }

  @Test func brokenBytesAreVisibleCharactersOfOneByte() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xC3, 0x62]
    let kinds = bytes.withUnsafeBufferPointer { WordScanner.words(in: $0) }.map(\.kind)
    #expect(kinds == [.letters, .other, .other, .letters])
  }
}
