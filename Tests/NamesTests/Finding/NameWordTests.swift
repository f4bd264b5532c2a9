import Bitext
import Testing

@testable import Names

@Suite struct NameWordTests {
  private func word(_ text: String) -> NameWord { NameWord(text, key: text.lowercased(), number: 0) }

  @Test(arguments: [
    ("Erevan", true, false), ("EREVAN", true, true), ("erevan", false, false), ("Élysée", true, false),
    ("ÉTÉ", true, true), ("É", true, false), ("Շուշի", true, false), ("d'Erevan", false, false), ("2024", false, false),
  ])
  func capitals(text: String, isCapital: Bool, isUpper: Bool) {
    #expect(word(text).isCapital == isCapital && word(text).isUpper == isUpper)
  }

  @Test func lettersAreCountedAsAReaderDoes() {
    #expect(["Erevan", "Élysée", "e\u{301}te", "Şuşa"].map { word($0).letters } == [6, 6, 3, 4])
  }

  @Test func figuresAreNoNames() throws {
    #expect(["XXI", "IV", "Mix", "xxi"].map { word($0).isRoman } == [true, true, false, false])
    let model = try ShippedModel.get()
    func mayBeName(_ text: String, in language: LanguageTag) -> Bool {
      let cues = model.lexicon.cues[language.language]
      let glossary = NameGlossary(language: language, lexicon: model.lexicon, concepts: GlossaryNames(), cues: cues)
      let words = NameWords(language: language, model: model, cues: cues, glossary: glossary)
      return NameWord(text, key: text.lowercased(), number: 0, lists: words).mayBeName
    }
    #expect(["XXe", "Ier", "Erevan", "Xe"].map { mayBeName($0, in: "fr") } == [false, false, true, false])
    #expect(["XXth", "Vrt"].map { mayBeName($0, in: "en") } == [false, true])
  }

  @Test func onlyCapitalsMayBeginANameWithoutLists() {
    #expect(word("Erevan").mayBegin && !word("erevan").mayBegin)
    #expect(word("Erevan").endingWeight == 0 && word("Erevan").marks.isEmpty)
  }
}
