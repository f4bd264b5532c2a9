import Bitext
import Testing

@testable import Names

@Suite struct NameTokensTests {
  private func tokens(_ sentence: String, elisions: Set<String> = ["l", "d"]) -> [NameToken] {
    var tokenizer = NameTokens(.made(words: ["elision": elisions, "joined-by-apostrophe": ["mar"]]))
    return tokenizer.tokens(of: sentence)
  }

  @Test func hyphensJoinAndElisionsPart() {
    #expect(
      tokens("Ter-Petrossian et l’Union d'Erevan").map(\.text) == ["Ter-Petrossian", "et", "l", "Union", "d", "Erevan"])
    #expect(tokens("Sean O'Neill, D'Alema").map(\.text) == ["Sean", "O'Neill", "D", "Alema"])
    #expect(tokens("2020-Erevan - Bakou").map(\.text) == ["Erevan", "Bakou"])
  }

  @Test func someWordsAreJoinedByAnApostrophe() {
    #expect(tokens("Anna Mar’ina, Car'ina").map(\.text) == ["Anna", "Mar’ina", "Car", "ina"])
  }

  @Test func aFigureThatIsJoinedIsTold() {
    let words = tokens("S-300, BM-21, TB2, ONU 2, RSS - 3, OSCE.")
    #expect(words.map(\.text) == ["S", "BM", "TB", "ONU", "RSS", "OSCE"])
    #expect(words.map(\.isNumbered) == [true, true, true, false, false, false])
  }

  @Test func whatStandsBetweenIsTold() {
    let gaps = tokens("Dit « Non » : M. Aram, l’ami (seul) et lui.").map(\.gap)
    #expect(gaps == [.start, .opening, .opening, .stop, .other, .elision, .other, .other, .space])
  }

  @Test func wordsSpeltAlikeAreOne() {
    var tokenizer = NameTokens(nil)
    let first = tokenizer.tokens(of: "Erevan, EREVAN, érevan")
    let second = tokenizer.tokens(of: "vers Erevan")
    #expect(first[0].word === second[1].word && first[0].word !== first[1].word)
    #expect(Set(first.map(\.word.number)).count == 1 && tokenizer.keyCount == 2)
    #expect(first.map(\.isCapital) == [true, true, false] && first.map(\.isUpper) == [false, true, false])
    #expect(first[1].bytes == 8..<14)
  }

  @Test func listsAreAskedOnceAWord() throws {
    let model = try ShippedModel.get()
    let cues = model.lexicon.cues["fr"]
    let glossary = NameGlossary(
      language: "fr", lexicon: model.lexicon, concepts: GlossaryNames(), cues: cues)
    let words = NameWords(language: "fr", model: model, cues: cues, glossary: glossary)
    #expect(words.marks(ofKey: "president").contains(.office))
    #expect(words.marks(ofKey: "armeniennes").contains(.people))
    #expect(words.marks(ofKey: "armenie").isSuperset(of: [.listed, .begins, .country]))
    #expect(words.marks(ofKey: "crayon").isEmpty)
    // The ending of a surname, and the same letters without a name before them.
    #expect(words.endingWeight("Sarkissian") >= 2 && words.endingWeight("ian") == 0)
  }
}
