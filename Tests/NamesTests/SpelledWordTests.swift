import Testing

@testable import Names

@Suite struct SpelledWordTests {
  @Test func licensedSpellingsCostLessThanOthers() throws {
    let costs = try Checkout.model.get().spelling
    func cost(_ a: String, _ b: String) -> Float {
      SpelledWord(a, costs).distance(to: SpelledWord(b, costs), costs).cost
    }
    #expect(cost("Tchernov", "Chernov") < cost("Tchernov", "Shernov"))
    #expect(cost("Tchernov", "Bernov") >= SpellingCosts.forbidden)
    #expect(cost("Abc", "Abc") == 0)
  }

  @Test func theFastTableAndThePlainOneAgree() throws {
    let costs = try Checkout.model.get().spelling
    let names = [
      "Tchernov", "Chernov", "Pachinian", "Pashinyan", "Djabraïl", "Jabrayil", "Poutine", "Putin", "Ani", "É",
    ]
    for a in names {
      for b in names {
        let (x, y) = (SpelledWord(a, costs), SpelledWord(b, costs))
        let path = x.path(to: y, costs, .frenchEnglish)
        let cost = x.distance(to: y, costs).cost
        // A path exists only where the French-English reading stays under a forbidden change, so the best does too.
        if path != nil { #expect(cost < SpellingCosts.forbidden, "\(a) \(b)") }
        if let path {
          #expect(path.map(\.0).joined() == "^\(x.text)$")
          #expect(path.map(\.1).joined() == "^\(y.text)$")
        }
      }
    }
  }
}
