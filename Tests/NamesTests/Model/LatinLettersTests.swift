import Testing

@testable import Names

@Suite struct LatinLettersTests {
  @Test func marksFall() {
    let plain = "éşœßła".unicodeScalars.map { String(String.UnicodeScalarView(LatinLetters.plain($0))) }
    #expect(plain == ["e", "s", "oe", "ss", "l", "a"])
    #expect(LatinLetters.plain("ш") == ["ш"])
  }

  @Test func frontVowelsAreVowels() {
    #expect(LatinLetters.front.isSubset(of: LatinLetters.vowels))
    #expect(!LatinLetters.vowels.contains("k"))
  }
}
