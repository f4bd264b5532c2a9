import Testing

@testable import Markup

@Suite struct XMLCharactersTests {
  @Test(arguments: ["a", "_x", "xml:lang", "é1", "a-b.c", "Ձ", "a\u{301}"]) func names(text: String) {
    #expect(XMLCharacters.isName(text))
  }

  @Test(arguments: ["", "1a", "-a", "a b", "a<", "\u{301}a", "a\u{2028}"]) func others(text: String) {
    #expect(!XMLCharacters.isName(text))
  }

  @Test func controlsAndNoncharactersAreNotText() {
    #expect(["\t", "\n", "\r", " ", "\u{85}", "\u{E000}", "\u{10FFFF}"].allSatisfy(XMLCharacters.isCharacter))
    #expect(!["\0", "\u{8}", "\u{B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"].contains(where: XMLCharacters.isCharacter))
  }

  @Test func everyCharacterThatIsNotWrittenAsItIsIsLookedAt() {
    for scalar in (0..<0x1_0000).compactMap(Unicode.Scalar.init)
    where !XMLCharacters.isCharacter(scalar) || "&<>\"\r".unicodeScalars.contains(scalar) {
      #expect(UTF8.encode(scalar).map { $0.contains { XMLCharacters.needsCare[Int($0)] } } == true)
    }
  }
}
