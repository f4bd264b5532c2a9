import Bitext
import Testing

@testable import TranslationMemory

@Suite struct PatternSearchTests {
  private func search(
    _ pattern: String, in languages: [LanguageTag] = ["fr"], limit: Int = .max, _ texts: [(String, String)]
  ) throws -> Concordance {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore(path: folder.path("memory.db"))
    try store.write("import", by: nil) { transaction in
      for (french, english) in texts { _ = try transaction.add(Fixture.record(french, english)) }
    }
    return try PatternSearch(store, ConcordanceQuery(pattern, kind: .pattern, limit: limit), languages).run()
  }

  @Test func everyPlaceOfTheLanguageIsGivenInBytes() throws {
    let found = try search("é+", [("été 1", "été"), ("rien", "é"), ("né", "x")])
    #expect(found.hits.map(\.unit.id) == [1, 3])
    #expect(found.hits.first?.places.map(\.bytes) == [0..<2, 3..<5])
    #expect(found.hits.flatMap(\.places).allSatisfy { $0.variant == 0 })
    #expect(found.isComplete && found.total == 2)
  }

  @Test func theLimitLeavesTheTotalAndEmptyMatchesAreNone() throws {
    let texts = (0..<5).map { ("a\($0)", "b") }
    let found = try search("a", limit: 2, texts)
    #expect(found.hits.count == 2 && found.total == 5)
    #expect(try search("z*", texts).total == 0)
    #expect(try search("a", []) == .nothing)
  }

  @Test func aPatternThatDoesNotCompileIsNamed() throws {
    let error = #expect(throws: MemoryError.self) { try search("(", [("a", "b")]) }
    #expect(error?.description.hasPrefix("error: '(': is no regular expression") == true)
  }
}
