import Bitext
import Rules
import Testing

@testable import Quality

@Suite struct WorldNamesTests {
  @Test func everyTableOfTheCheckoutIsRead() throws {
    #expect(try NameFixture.world.get().names.kinds.count > 300)
  }

  @Test func everyFaultOfATableIsReported() {
    let table = "kind,fr,en\nplanet,Mars,Mars\ncity,Lyon,Lyon\nmoon,Lune,Moon\n"
    #expect(throws: RulesErrors.self) { try WorldNames([WorldNames.File(name: "places.csv", text: table)]) }
  }

  @Test("CLDR has the cities of many languages", arguments: [("fr", "Varsovie"), ("ru", "Варшава"), ("hy", "Վարշավա")])
  func cities(language: LanguageTag, name: String) {
    let joined = WorldNames().joined(with: language, "en")
    let thing = joined.forms[language.language]?.first { $0.text == name }?.thing
    #expect(thing != nil)
    #expect(joined.forms["en"]?.contains { $0.thing == thing && $0.text == "Warsaw" } ?? false)
  }
}
