import Bitext
import Testing

@testable import Terminology

@Suite struct CompiledKeysTests {
  private let words = ["a", "ab", "abc", "abd", "b", "ba", "bab", "été", "étés", "za", "zb", "Шуша"]

  private func glossary() -> CompiledGlossary {
    CompiledGlossary(Glossary(words.enumerated().map { Fixture.concept("c\($0): fr=\($1)") }))
  }

  @Test func aKeyIsFoundByHalvingWhereverItLies() {
    let glossary = glossary()
    for (number, word) in words.enumerated() {
      #expect(glossary.terms(key: CompiledGlossary.key(word)) == [number], "\(word)")
    }
    for missing in ["", "aa", "c", "zc", "ш", "\u{10FFFF}"] { #expect(glossary.terms(key: missing) == []) }
  }

  @Test func whatBeginsAlikeIsLeaptOver() {
    glossary().withKeys { keys in
      let all = (0..<keys.count).map { Array(keys[$0]) }
      #expect(all == all.sorted { $0.lexicographicallyPrecedes($1) })
      for (number, key) in all.enumerated() {
        for length in 1...key.count {
          let prefix = Array(key[..<length])
          let expected = all[number...].firstIndex { !$0.starts(with: prefix) } ?? all.count
          #expect(prefix.withUnsafeBytes { keys.firstPast($0, from: number) } == expected)
        }
      }
      #expect(keys[keys.count + 5].isEmpty && keys[-1].isEmpty)
    }
  }
}
