import TestSupport
import Testing

@testable import Segmentation

@Suite struct WordTableTests {
  @Test func aWordHasTheClassesOfAllItsLists() {
    var table = WordTable()
    table.insert("art", 1)
    table.insert("art", 4)
    table.insert("été", 2)
    #expect(table.mask(of: "art") == 5 && table.mask(of: "été") == 2)
    #expect(table.mask(of: "Art") == 0 && table.mask(of: "ar") == 0 && table.mask(of: "") == 0)
  }

  /// A dictionary gives the same.
  @Test func manyWordsAreFoundAsInADictionary() {
    var generator = SeededGenerator(for: "WordTableTests")
    var table = WordTable()
    var plain: [String: UInt64] = [:]
    for _ in 0..<2_000 {
      let word = String(
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in "abéж".randomElement(using: &generator) ?? "a" })
      let mask = UInt64(1) << UInt64.random(in: 0..<60, using: &generator)
      table.insert(word, mask)
      plain[word, default: 0] |= mask
    }
    for (word, mask) in plain { #expect(table.mask(of: word) == mask, "\(word)") }
    #expect(table.mask(of: "abéжa") == 0)
  }
}
