import Testing

@testable import TranslationMemory

@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("Le 12 mai", "le 12 juin", true), ("Le 12 mai", "le 13 mai", false), ("Le 12 mai", "le 12 mai 2020", false),
    ("", "", true), ("Le mai", "le", true),
  ])
  func digitsAgree(a: String, b: String, agree: Bool) {
    #expect(FoldedText(a).agrees(with: FoldedText(b), on: .digits) == agree)
    #expect(FoldedText(b).agrees(with: FoldedText(a), on: .digits) == agree)
  }

  @Test(arguments: [
    ("Le couloir", "le couloir", true), ("Le couloir", "Le Couloir", true), ("Le couloir", "Un passage", false),
    ("Le le", "le", false), ("À l’est", "à l’est", true), ("", "a", false), ("Karabakh, karabakh", "KARABAKH", true),
  ])
  func wordsWrittenInAnotherCaseAreSeen(a: String, b: String, differ: Bool) {
    #expect(FoldedText(a).differsInCase(from: FoldedText(b)) == differ)
    #expect(FoldedText(b).differsInCase(from: FoldedText(a)) == differ)
  }
}
