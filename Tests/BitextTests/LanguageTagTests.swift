import Testing

@testable import Bitext

@Suite struct LanguageTagTests {
  @Test(arguments: [
    "fr", "FR-ca", "zh-Hant-TW", "sl-rozaj-biske-1994", "en-a-myext-b-another", "x-whatever", "es-419", "i-klingon",
  ])
  func wellFormedTagsAreKeptAsSpelt(text: String) { #expect(LanguageTag(text)?.description == text) }

  @Test(arguments: ["", "f", "en_US", "fr-", "-fr", "toolonglanguage", "fr--ca", "en-x", "français", "*all*", "12"])
  func malformedTagsAreRefused(text: String) { #expect(LanguageTag(text) == nil) }

  @Test func comparisonIgnoresCase() {
    #expect(LanguageTag("FR-fr") == LanguageTag("fr-FR"))
    #expect(LanguageTag("fr-CA") != LanguageTag("fr"))
    let canadian: LanguageTag = "FR-ca"
    #expect(canadian.language == "fr" && canadian.region == "ca" && canadian.script == nil)
    #expect(canadian.sameLanguage(as: "fr"))
    #expect(LanguageTag("az-Cyrl-AZ").script == "cyrl")
  }
}
