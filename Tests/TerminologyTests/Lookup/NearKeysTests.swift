import Bitext
import Testing

@testable import Terminology

@Suite struct NearKeysTests {
  /// Letters of one to four bytes, few enough that random words are near each other.
  private static let letters = "abшუ𐌰"

  private func word(_ length: ClosedRange<Int>) -> String {
    String((0..<Int.random(in: length)).map { _ in Self.letters.randomElement() ?? "a" })
  }

  @Test("near keys are those that the plain distance finds", arguments: [0, 1, 2, 3])
  func plain(limit: Int) {
    for _ in 0..<6 {
      let words = (0..<300).map { _ in word(1...8) }
      let glossary = CompiledGlossary(Glossary(words.enumerated().map { Fixture.concept("c\($0): fr=\($1)") }))
      for _ in 0..<10 {
        let query = CompiledGlossary.key(word(1...8))
        let expected = words.map { ($0, Self.distance(CompiledGlossary.key($0), query)) }.filter { $0.1 <= limit }
          .map { "\($0.1) \(CompiledGlossary.key($0.0))" }
        let found = NearKeys(glossary, query: query, limit: limit).all(most: .max).map { near in
          "\(near.distance) " + glossary.withKeys { String(decoding: $0[near.key], as: UTF8.self) }
        }
        let (missing, extra) = (Set(expected).subtracting(found), Set(found).subtracting(expected))
        #expect(found.count == expected.count && missing.isEmpty && extra.isEmpty, "\(query): \(missing), \(extra)")
        #expect(found.map { $0.prefix(1) } == found.map { $0.prefix(1) }.sorted(), "nearest first")
      }
    }
  }

  @Test func theNearestAreKeptWhereThereAreMany() {
    let words = ["latchin", "latchine", "latchina", "latchini", "matchine", "latchino"]
    let glossary = CompiledGlossary(Glossary(words.enumerated().map { Fixture.concept("c\($0): fr=\($1)") }))
    let found = NearKeys(glossary, query: "matchinz", limit: 2).all(most: 1)
    #expect(found.map { near in glossary.withKeys { String(decoding: $0[near.key], as: UTF8.self) } } == ["matchine"])
  }

  /// Optimal string alignment, the plain way.
  static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var d = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          d[i][j] = i + j
          continue
        }
        d[i][j] = min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { d[i][j] = min(d[i][j], d[i - 2][j - 2] + 1) }
      }
    }
    return d[a.count][b.count]
  }
}
