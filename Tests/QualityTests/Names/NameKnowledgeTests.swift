import Testing

@testable import Quality

@Suite struct NameKnowledgeTests {
  @Test(arguments: [
    ("Muardov", "Muradov", true), ("Kirnats", "Kirants", true), ("Muradow", "Muradov", true), ("Aliev", "Aliyev", true),
    ("Baku", "Bakou", false), ("Muradov", "Muradov", false), ("MURADOV", "Muradov", false), ("Goris", "Gori", false),
    ("Petrosyan", "Petrossian", false), ("Gadachrilli Goora", "Gadachrili Gora", true),
  ])
  func slips(spelling: String, name: String, isSlip: Bool) { #expect(Spelling.isSlip(spelling, for: name) == isSlip) }

  @Test(arguments: [
    ("Agdham", "Aghdam", true), ("Aghdam", "Aghdam", false), ("Aghdma", "Aghdam", true), ("Agdam", "Aghdam", false),
  ])
  func swaps(spelling: String, name: String, isSwap: Bool) { #expect(Spelling.isSwap(spelling, for: name) == isSwap) }

  @Test func tailsAreWholeWords() {
    #expect(Spelling.isTail("Pashinyan", of: "Nikol Pashinyan"))
    #expect(!Spelling.isTail("yan", of: "Nikol Pashinyan"))
    #expect(Spelling.tail(of: "Nikol Pashinyan", asLongAs: "X") == "Pashinyan")
  }

  @Test func initialsOfTheNameFallAway() {
    #expect(Spelling.withoutInitials("S. Choïgou", of: "Sergueï Choïgou") == "Choïgou")
    #expect(Spelling.withoutInitials("V. Choïgou", of: "Sergueï Choïgou") == "V. Choïgou")
  }
}
