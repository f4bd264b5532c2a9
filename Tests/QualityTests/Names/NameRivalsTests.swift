import Bitext
import Testing

@testable import Quality

@Suite struct NameRivalsTests {
  private func name(_ surface: String, sentence: Int, isConcept: Bool = false) -> NameOccurrence {
    NameOccurrence(
      sentence: sentence, bytes: 0..<surface.utf8.count, surface: surface, kind: .person, name: surface,
      isConcept: isConcept)
  }

  private func rivals(_ names: [NameOccurrence]) -> NameRivals {
    NameRivals(AnnotatedText(language: "en", sentences: [], names: names))
  }

  @Test func theMoreFrequentSpellingSpeaksAgainstTheRarer() throws {
    let (often, once) = ("Khachatryan", name("Khatchatrian", sentence: 2))
    let found = rivals([name(often, sentence: 0), name(often, sentence: 1), once])
    let first = try #require(found.names.first)
    #expect(first.surface == often && first.count == 2)
    #expect(found.speaksFor(first, against: once))
    #expect(first.evidence == "this text writes 'Khachatryan' 2 times, first in sentence 1")
    let last = try #require(found.names.last)
    #expect(!found.speaksFor(last, against: name(often, sentence: 0)))
  }

  @Test func amongEqualsTheFirstSpeaksAndTheGlossaryAlways() throws {
    let (first, second) = (name("Khachatryan", sentence: 0), name("Khatchatrian", sentence: 1))
    let found = rivals([first, second])
    #expect(found.speaksFor(found.names[0], against: second))
    #expect(!found.speaksFor(found.names[1], against: first))
    let listed = rivals([first, name("Khatchatrian", sentence: 1, isConcept: true)])
    let concept = try #require(listed.names.first { $0.isConcept })
    #expect(listed.speaksFor(concept, against: first))
  }
}
