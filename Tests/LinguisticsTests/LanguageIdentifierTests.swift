import Testing

@testable import Linguistics

@Suite struct LanguageIdentifierTests {
  @Test(arguments: [
    ("Le ministre a quitté la capitale dans la nuit.", "fr"), ("The minister left the capital overnight.", "en"),
    ("Министр покинул столицу в ночь на пятницу.", "ru"), ("Міністр залишив столицю і не повернувся.", "uk"),
    ("Նախարարը լքեց մայրաքաղաքը։", "hy"), ("Nazir paytaxtı tərk edib və qayıtmayıb.", "az"),
    ("მინისტრმა დატოვა დედაქალაქი.", "ka"), ("Bakan başkenti terk etti ve geri dönmedi.", "tr"),
    ("Der Minister hat die Hauptstadt verlassen.", "de"),
  ])
  func languages(text: String, expected: String) throws {
    let identifier = LanguageIdentifier(try shippedLanguages.map(shippedProfile))
    #expect(identifier.guess(text)?.language.description == expected)
  }

  @Test func nothingIsNoLanguage() throws {
    let identifier = LanguageIdentifier(try shippedLanguages.map(shippedProfile))
    #expect(identifier.guess("") == nil)
    #expect(identifier.guess("2020 — 44 %") == nil)
  }
}
