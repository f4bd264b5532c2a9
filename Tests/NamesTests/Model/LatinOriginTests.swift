import Rules
import TestSupport
import Testing

@testable import Names

@Suite struct LatinOriginTests {
  @Test func namesOfLatinLettersStayAsTheyAre() throws {
    let predictor = NamePredictor(try ShippedModel.get())
    let node = try RuleNode(yaml: Checkout.text("glossary/names/origins.yml"), file: "origins.yml")
    let rows = node["latin"]?.items ?? []
    #expect(rows.count >= 10)
    for row in rows {
      for name in row["examples"]?.items?.compactMap(\.text) ?? [] {
        let best = predictor.predict(name, from: "fr", to: "en").best
        // Accents may fall, and a guess may be left unsaid; no letter changes.
        let plain = best.map { $0.unicodeScalars.flatMap(LatinLetters.plain) }
        #expect(plain == nil || plain == name.unicodeScalars.flatMap(LatinLetters.plain), "\(name): \(best ?? "")")
      }
    }
  }

  @Test func whatSpeaksForALanguageIsCounted() throws {
    var faults: [RulesError] = []
    let row = try RuleNode(
      yaml: "{id: l, why: w, language: fr, given: marine, endings: eau er, groups: qu, letters: ñ}", file: "origins.yml"
    )
    let origin = LatinOrigin(row, &faults)
    #expect(faults.isEmpty)
    #expect(origin.evidence("marine", "marine", isFirst: true) > origin.evidence("marine", "marine", isFirst: false))
    #expect(origin.evidence("duqueau", "duqueau", isFirst: false) > origin.evidence("dureau", "dureau", isFirst: false))
    #expect(origin.evidence("eau", "eau", isFirst: false) == 0)
    #expect(origin.evidence("muñoz", "munoz", isFirst: false) > 3)
  }
}
