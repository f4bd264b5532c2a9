import Bitext
import Testing

@testable import Names

@Suite struct NameGlossaryTests {
  private func concept(_ id: String, _ kind: Concept.Kind, _ terms: [(LanguageTag, String)]) -> Concept {
    let place = SourcePosition(file: "t", line: 1, column: 1)
    return Concept(
      id: id, kind: kind,
      terms: terms.map {
        Term(language: $0.0, text: $0.1, status: .preferred, note: "", source: "", position: place)
      }, relations: [], position: place)
  }

  private func match(_ text: String, cues: NameCues?, _ concepts: [Concept]) throws -> NameGlossary.Entry? {
    let model = try ShippedModel.get()
    let names = GlossaryNames(concepts)
    let glossary = NameGlossary(language: "fr", lexicon: model.lexicon, concepts: names, cues: cues)
    let words = NameWords(language: "fr", model: model, cues: cues, glossary: glossary)
    var tokens = NameTokens(cues, lists: words)
    let found = glossary.match(tokens.tokens(of: text), at: 0)
    let again = try #require(NameGlossary(glossary.bytes, concepts: names))
    #expect(again.match(tokens.tokens(of: text), at: 0) == found, "the compiled form says the same")
    return found
  }

  @Test func theLongestNameIsFound() throws {
    let concepts = [
      concept("a", .place, [("fr", "Zorakan")]), concept("b", .place, [("fr", "Zorakan Haut")]),
    ]
    #expect(try match("Zorakan Haut est loin", cues: nil, concepts)?.concept == 1)
    #expect(try match("Zorakan est loin", cues: nil, concepts)?.concept == 0)
    #expect(try match("zorakan est loin", cues: nil, concepts) == nil)
  }

  @Test func aCaseEndingIsNoPartOfTheName() throws {
    let cues = NameCues(
      language: "fr", capitalisesNouns: false, nameEndings: ["s"], words: [:], endings: [:], inflections: [:])
    let concepts = [concept("a", .place, [("fr", "Zorakan")])]
    #expect(try match("Zorakans Tor", cues: cues, concepts)?.ending == 1)
    #expect(try match("Zorakan Tor", cues: cues, concepts)?.ending == 0)
    #expect(try match("Zorakans Tor", cues: nil, concepts) == nil)
  }

  @Test func damagedBytesAreRefused() throws {
    let names = GlossaryNames([concept("a", .person, [("fr", "Nikol Pachinian"), ("en", "Nikol Pashinyan")])])
    let glossary = NameGlossary(language: "fr", lexicon: try ShippedModel.get().lexicon, concepts: names, cues: nil)
    let bytes = glossary.bytes
    for length in stride(from: 0, to: bytes.count, by: bytes.count / 50) {
      #expect(NameGlossary(Array(bytes.prefix(length)), concepts: names) == nil)
    }
    // A changed byte may change a name, but never ends the program.
    for place in stride(from: 0, to: bytes.count, by: bytes.count / 200) {
      var changed = bytes
      changed[place] ^= 0x5A
      _ = NameGlossary(changed, concepts: names)
    }
    #expect(NameGlossary(bytes, concepts: GlossaryNames()) == nil, "a concept that the glossary lacks")
  }

  @Test func aTermIsNoName() throws {
    #expect(try match("Zorakan", cues: nil, [concept("a", .term, [("fr", "Zorakan")])]) == nil)
  }
}
