import Testing

@testable import Names

@Suite struct SpelledWordTests {
  @Test func licensedSpellingsCostLessThanOthers() throws {
    let costs = try ShippedModel.get().spelling
    func cost(_ a: String, _ b: String) -> Float {
      SpelledWord(a, costs).cost(to: SpelledWord(b, costs), costs)
    }
    #expect(cost("Tchernov", "Chernov") < cost("Tchernov", "Shernov"))
    #expect(cost("Tchernov", "Bernov") >= SpellingCosts.forbidden)
    #expect(cost("Abc", "Abc") == 0)
  }

  @Test func theFastTableAndThePlainOneAgree() throws {
    let costs = try ShippedModel.get().spelling
    let names = [
      "Tchernov", "Chernov", "Pachinian", "Pashinyan", "Djabraïl", "Jabrayil", "Poutine", "Putin", "Ani", "É",
    ]
    for a in names {
      for b in names {
        let (x, y) = (SpelledWord(a, costs), SpelledWord(b, costs))
        let path = x.path(to: y, costs, .forth)
        let (cost, steps) = x.reading(of: y, costs)
        // A path exists only where the French-English reading stays under a forbidden change, so the best does too.
        if path != nil { #expect(cost < SpellingCosts.forbidden, "\(a) \(b)") }
        #expect(cost == x.cost(to: y, costs))
        if cost > 0, cost < .infinity {
          #expect(steps.map(\.first).reduce(0) { $0 == $1.lowerBound ? $1.upperBound : -1 } == x.letters.count)
          #expect(steps.map(\.second).reduce(0) { $0 == $1.lowerBound ? $1.upperBound : -1 } == y.letters.count)
        }
        if let path {
          #expect(path.map(\.0).joined() == "^\(x.text)$")
          #expect(path.map(\.1).joined() == "^\(y.text)$")
        }
      }
    }
  }
}
