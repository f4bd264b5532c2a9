import Bitext
import Testing

@testable import Names

@Suite struct NameSpanReaderTests {
  private func kinds(_ language: LanguageTag, _ text: String) throws -> [String] {
    NameFinder(language: language, model: try ShippedModel.get()).find(in: [text]).map {
      "\($0.surface)/\($0.kind.rawValue)"
    }
  }

  @Test func aSiteKeepsItsNoun() throws {
    #expect(try kinds("fr", "Il habite l'avenue Baghramian.") == ["avenue Baghramian/place"])
  }

  @Test func capitalsAreABodyUnlessTheListsSayOtherwise() throws {
    #expect(try kinds("fr", "Le XYZ et la TV de l'URSS.") == ["XYZ/org", "URSS/place"])
  }

  @Test func anEverydayParticleNeedsAFirstNameBefore() throws {
    #expect(try kinds("fr", "On a vu Charles de Gaulle.") == ["Charles de Gaulle/person"])
    #expect(try kinds("en", "We saw Charles de Gaulle.") == ["Charles de Gaulle/person"])
  }

  @Test func aFamilyIsNoPerson() throws {
    #expect(try kinds("fr", "On a vu les Torosyan.").isEmpty)
  }
}
