import Bitext
import Foundation
import TestSupport
import Testing

@testable import Terminology

@Suite struct TermIndexCompiledTests {
  private static let glossary = Fixture.glossary(
    "right: fr=droit à l'autodétermination; en=right to self-determination",
    "ceasefire: fr=cessez-le-feu; en=ceasefire",
    "minister: fr=ministre des Affaires étrangères; en=foreign minister", "company: en=AT&T; fr=AT&T",
    "minsk org: fr=groupe de Minsk; en=Minsk Group", "erevan place: fr=Erevan; en=Yerevan")
  private static let text = """
    Le ministre arménien des Affaires étrangères a parlé d'AT&T et des cessez-le-feu à Erevan, où le groupe de Minsk \
    défend le droit à l’autodétermination. The foreign ministers of the Minsk Group met AT&T in Yerevan.
    """

  @Test("the compiled form finds the same", arguments: ["fr", "en", "ru"])
  func compiled(language: String) throws {
    let (tag, rules) = (try #require(LanguageTag(language)), try Fixture.inflection.get())
    let made = TermMatcher(glossary: Self.glossary, language: tag, inflection: rules)
    let bytes = Data(made.compiled)
    let read = try #require(
      TermMatcher(compiled: bytes, glossary: Self.glossary, language: tag, inflection: rules))
    #expect(read.occurrences(in: Self.text) == made.occurrences(in: Self.text))
    #expect(read.alternatives(in: Self.text) == made.alternatives(in: Self.text))
    #expect(read.termCount == made.termCount && Data(read.compiled) == bytes)
    #expect(language == "ru" || made.count(in: Self.text) > 2)
  }

  @Test func damagedBytesAreRefusedOrHarmless() throws {
    let rules = try Fixture.inflection.get()
    let made = TermMatcher(glossary: Self.glossary, language: "fr", inflection: rules)
    func read(_ bytes: [UInt8]) -> TermMatcher? {
      TermMatcher(compiled: Data(bytes), glossary: Self.glossary, language: "fr", inflection: rules)
    }
    let bytes = made.compiled
    for length in stride(from: 0, to: bytes.count - 64, by: bytes.count / 100) {
      #expect(read(Array(bytes.prefix(length))) == nil)
    }
    #expect(
      TermMatcher(compiled: Data(bytes), glossary: Glossary(), language: "fr", inflection: rules) == nil,
      "a concept that the glossary lacks")
    // A changed number may lead to another term, but never out of the tables.
    var generator = SeededGenerator(for: "TermIndexCompiledTests")
    for _ in 0..<500 {
      var changed = bytes
      changed[Int.random(in: 0..<bytes.count, using: &generator)] ^= UInt8.random(in: 1...255, using: &generator)
      _ = read(changed)?.places(in: Self.text)
    }
  }
}
