import Testing

@testable import TranslationMemory

@Suite struct StemKeysTests {
  @Test func formsOfOneWordMeetAndOtherWordsDoNot() {
    let french = StemKeys("fr")
    #expect(french.key("couloirs") == french.key("couloir"))
    #expect(french.key("fermé") == french.key("fermés"))
    #expect(french.key("couloir") != french.key("couleur"))
    #expect(french.number("couloirs") == french.number("couloir"))
    #expect(french.number("couloir") != french.number("couleur"))
  }

  @Test func withoutAStemmerOnlyAccentsAreLeftOut() {
    let georgian = StemKeys("ka")
    #expect(georgian.key("თბილისი") == "თბილისი")
    #expect(georgian.key("თბილისის") != georgian.key("თბილისი"))
    #expect(georgian.key("été") == "ete")
  }
}
