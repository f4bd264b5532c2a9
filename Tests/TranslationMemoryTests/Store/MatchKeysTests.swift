import Testing

@testable import TranslationMemory

@Suite struct MatchKeysTests {
  @Test func caseAndSpacesDoNotCount() {
    var keys = MatchKeys()
    #expect(keys.key(of: "L’Élysée à 8\u{202F}h") == keys.key(of: "l’élysée  à 8 h"))
    #expect(keys.key(of: "e\u{0301}té") == keys.key(of: "Été"))
    #expect(keys.key(of: "") == keys.key(of: " \n"))
  }

  @Test func wordsAndMarksCount() {
    var keys = MatchKeys()
    let texts = ["", "a", "a b", "ab", "a b c", "a, b", "b a", "á", "a."]
    #expect(Set(texts.map { keys.key(of: $0) }).count == texts.count)
  }
}
