import Files
import Testing

@testable import TranslationMemory

@Suite struct QueryWordsTests {
  @Test func wordsAreFoldedAndEachHasItsHash() {
    let query = QueryWords("L’ÉTAT de Latchine!")
    let words = (0..<query.count).map { number in query.withBytes(number) { String(decoding: $0, as: UTF8.self) } }
    #expect(words == SlowMatching.words("L’ÉTAT de Latchine!"))
    #expect(words.contains("latchine"))
    #expect(query.hashes == words.map { ContentHash.of(Array($0.utf8)) })
    #expect(QueryWords("").count == 0)
  }
}
