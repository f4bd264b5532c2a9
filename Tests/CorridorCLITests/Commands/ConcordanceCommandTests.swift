import Foundation
import Testing

@Suite struct ConcordanceCommandTests {
  @Test func wordsAreFoundOnEitherSideWithBothSidesShown() throws {
    try MemoryFixture.withWorkspace { (folder: URL) throws in
      let run = try Tool.run("concordance", "follows the river", in: folder)
      #expect(run.status == 0)
      #expect(
        run.lines == [
          "old.tmx:8 · unit 3", "  fr    La route longe la rivière sur 14 kilomètres.",
          "  en    The road [follows the river] for 14 kilometres.",
        ])
      #expect(try Tool.run("concordance", "follows the river", "--lang", "fr", in: folder).output.isEmpty)
    }
  }

  @Test func otherFormsOnlyWhereTheyAreAskedFor() throws {
    try MemoryFixture.withWorkspace { (folder: URL) throws in
      #expect(try Tool.run("concordance", "routes", in: folder).output.isEmpty)
      let run = try Tool.run("concordance", "routes", "--inflected", "--lang", "fr", "--format", "json", in: folder)
      let texts = try #require(try run.list().first?["texts"] as? [[String: Any]])
      let places = try #require(texts.first?["places"] as? [[String: Int]])
      #expect(places == [["offset": 3, "length": 5]])
    }
  }

  @Test func aPatternIsARegularExpressionAndABadOneIsNamed() throws {
    try MemoryFixture.withWorkspace { (folder: URL) throws in
      let run = try Tool.run("concordance", "\\b1[0-9] (kilo|mars)", "--regex", in: folder)
      #expect(run.output.contains("[14 kilo]mètres"))
      let bad = try Tool.run("concordance", "(", "--regex", in: folder)
      #expect(bad.status == 2)
      #expect(bad.messages.hasPrefix("error: '(': is no regular expression"))
    }
  }
}
