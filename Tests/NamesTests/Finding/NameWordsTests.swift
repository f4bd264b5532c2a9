import Bitext
import Testing

@testable import Names

@Suite struct NameWordsTests {
  private func words(_ language: LanguageTag, cues: NameCues? = nil) throws -> NameWords {
    let model = try ShippedModel.get()
    let glossary = NameGlossary(language: language, lexicon: model.lexicon, concepts: GlossaryNames(), cues: cues)
    return NameWords(language: language, model: model, cues: cues, glossary: glossary)
  }

  @Test func aWordIsInTheListsThatHoldIt() throws {
    let cues = NameCues.made(
      words: ["office": ["ministre"], "common": ["ministre", "lundi"], "people": ["turc"]],
      endings: ["adjective": ["ienne"]], inflections: ["people": ["s"]])
    let words = try words("fr", cues: cues)
    #expect(words.marks(ofKey: "ministre") == [.office, .common])
    #expect(words.marks(ofKey: "lundi") == .common)
    #expect(words.marks(ofKey: "qwxz").isEmpty)
    #expect(words.marks(ofKey: "turcs") == .people && words.marks(ofKey: "lundis").isEmpty)
    #expect(words.marks(ofKey: "qwxienne") == .adjective)
    #expect(words.marks(ofKey: "ienne").contains(.adjective) && !words.marks(ofKey: "enne").contains(.adjective))
  }

  @Test func firstNamesAreToldByTheLexicon() throws {
    let words = try words("fr")
    #expect(words.marks(ofKey: "nikol").isSuperset(of: [.given, .listed]))
    #expect(!words.marks(ofKey: "qwxz").contains(.listed))
  }

  @Test func anEndingOfSurnamesSpeaksForOneInItsLanguageOnly() throws {
    let (french, english) = (try words("fr"), try words("en"))
    #expect(french.endingWeight("Qwartkian") > 0)
    #expect(english.endingWeight("Qwartkyan") > 0)
    #expect(french.endingWeight("Maison") == 0)
    #expect(french.endingWeight("Ian") == 0, "nothing is left but the ending")
    #expect(french.endingWeight("") == 0)
  }
}
