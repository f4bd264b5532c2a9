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

  @Test func aPlacePastTheEndIsEmpty() {
    glossary().withKeys { keys in #expect(keys[keys.count + 5].isEmpty && keys[-1].isEmpty) }
  }
}
