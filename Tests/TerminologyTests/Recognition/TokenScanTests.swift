import Testing

@testable import Terminology

@Suite struct TokenScanTests {
  private func words(_ text: String, isTurkic: Bool = false) -> [String] {
    TokenScan.words(of: text, letters: LetterTable(isTurkic: isTurkic), isTurkic: isTurkic).map {
      String(decoding: $0.folded, as: UTF8.self)
    }
  }

  @Test func wordsAreFolded() {
    #expect(words("L’Élysée, ЕРЕВАН; თბილისი") == ["l", "élysée", "ереван", "თბილისი"])
    #expect(words("e\u{301}te\u{301}") == ["été"])
    #expect(words("co\u{AD}op") == ["coop"])
    #expect(words("İIı", isTurkic: true) == ["iıı"])
    #expect(words("") == [] && words(" – … ") == [])
  }

  @Test func scriptsWithoutSpacesAreCutAtEveryCharacter() { #expect(words("停火 now") == ["停", "火", "now"]) }

  @Test func capitalsAreTold() {
    let tokens = TokenScan.words(of: "ONU Bakou POWs paix", letters: LetterTable(), isTurkic: false).map(\.token)
    #expect(tokens.map(\.startsUpper) == [true, true, true, false])
    #expect(tokens.map(\.isAllUpper) == [true, false, false, false])
    #expect(tokens.map(\.isUpperThenLower) == [false, false, true, false])
  }
}
