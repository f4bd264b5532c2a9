import Bitext
import FoundationEssentials
import Linguistics
import Rules
import TestSupport
import Testing

@testable import Quality

enum Profiles {
  /// The shipped profiles of a few languages.
  static func shipped(_ languages: String...) throws -> [LanguageProfile] {
    try languages.map { language in
      let path = "glossary/languages/\(language).yml"
      let text = try Checkout.text(path)
      return try LanguageProfile(RuleNode(yaml: text, file: path))
    }
  }
}

@Suite struct MemoryHygieneTests {
  private func findings(_ pairs: [(String, String)]) throws -> [String] {
    var hygiene = MemoryHygiene(profiles: try Profiles.shipped("fr", "en", "tr"))
    for (number, pair) in pairs.enumerated() {
      let unit = TranslationUnit(variants: [
        Variant(language: "fr", text: pair.0), Variant(language: "en", text: pair.1),
      ])
      hygiene.take(unit, id: Int64(number + 1))
    }
    return hygiene.finish().map { "\($0.unit ?? 0) \($0.check)" }
  }

  @Test func namesCodesAndShortTextsMayStayAsTheyAre() throws {
    let pairs = [
      ("Erevan", "Erevan"), ("UN1891", "UN1891"), ("Salamandra corsica", "Salamandra corsica"),
      // Abbreviations of one letter are no words of French.
      ("[Abrogé, 2021, ch. 26, art. 19]", "[Repealed, 2021, c. 26, s. 19]"),
      ("Transport sans contrat de vente", "Carriage without a contract of sale"),
    ]
    #expect(try findings(pairs) == [])
  }

  @Test func aLongerUnitIsOddOnlyAgainstMany() throws {
    let usual = (0..<60).map { ("La phrase que voici porte le numéro \($0).", "The sentence here is number \($0).") }
    let odd = [
      ("Oui.", "Yes, it was said so, and written down, and read aloud, and forgotten by all who heard it then.")
    ]
    #expect(try findings(odd) == [])
    #expect(try findings(usual + odd) == ["61 unit-length"])
  }

  @Test func twoUnitsOfTheSameTextsAreOneTooMany() throws {
    #expect(try findings([("Oui.", "Yes."), ("Oui.", "Aye."), ("Oui.", "Yes.")]) == ["3 unit-duplicate"])
  }
}
