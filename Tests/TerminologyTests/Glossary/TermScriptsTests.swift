import Linguistics
import Testing

@testable import Terminology

@Suite struct TermScriptsTests {
  @Test func theScriptsOfATermAreThoseOfItsLetters() {
    #expect(TermScripts("Erevan, 2020").scripts == [.latin])
    #expect(TermScripts("Երևան (Erevan)").scripts == [.latin, Script(rawValue: "Armenian")])
    #expect(TermScripts("2020 – №").scripts.isEmpty)
  }

  @Test func aWordOfTwoScriptsIsNamed() {
    // The first letter is Cyrillic.
    let mixed = TermScripts("ville de Рaris").mixedWord
    #expect(mixed?.word == "Рaris" && mixed?.scripts == [.latin, Script(rawValue: "Cyrillic")])
    #expect(TermScripts("Paris Париж").mixedWord == nil)
    // Japanese writes one word in Han and Hiragana.
    #expect(TermScripts("食べる").mixedWord == nil)
  }

  @Test func whatCannotBeSeenIsNamed() {
    #expect(TermScripts("a\u{200B}b").invisible?.name == "U+200B (zero width space)")
    #expect(TermScripts("12\u{A0}km").invisible == nil)
  }
}
