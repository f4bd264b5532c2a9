import Testing

@testable import Linguistics

@Suite struct FoldingTests {
  @Test(
    "spellings of one word share a key",
    arguments: [
      ("L’Élysée", "l'elysee"), ("Haut\u{2011}Karabakh", "haut-karabakh"), ("Əliyev", "aliyev"),
      ("Pa\u{ad}chinian", "pachinian"),
      ("ÇAVUŞOĞLU", "cavusoglu"), ("cœur", "coeur"), ("12\u{202F}000", "12 000"), ("STRASSE", "straße"),
    ])
  func keys(_ left: String, _ right: String) { #expect(Folding.key(left) == Folding.key(right)) }

  @Test func keysKeepLettersApart() {
    #expect(Folding.key("Choucha") != Folding.key("Shusha"))
    #expect(Folding.key("шуша") == "шуша")
    #expect(Folding.key("") == "")
  }

  @Test func caseKeysKeepAccents() {
    #expect(Folding.caseKey("ÉLYSÉE") == "élysée")
    #expect(Folding.caseKey("Elysee") != Folding.caseKey("Élysée"))
    #expect(Folding.caseKey("e\u{301}") == "é")
  }

  @Test func foldingTwiceChangesNothing() {
    for text in ["L’Élysée", "Նիկոլ Փաշինյան", "ﬁn İstanbul", "საქართველო", "ẞ"] {
      #expect(Folding.key(Folding.key(text)) == Folding.key(text))
    }
  }
}
