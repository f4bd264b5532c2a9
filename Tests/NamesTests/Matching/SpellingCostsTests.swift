import Testing

@testable import Names

@Suite struct SpellingCostsTests {
  private func cost(_ a: String, _ b: String) throws -> Float {
    let costs = try ShippedModel.get().spelling
    return SpelledWord(a, costs).cost(to: SpelledWord(b, costs), costs, limit: .infinity)
  }

  @Test func whatARowLicensesIsCheapAndOtherConsonantsPartNames() throws {
    #expect(try cost("choïgou", "shoigu") < 0.6)
    #expect(try cost("choïgou", "shoigu") < cost("choïgou", "moigu"))
  }

  @Test func vowelsCostByTheirKind() throws {
    #expect(try cost("kani", "kany") < cost("kane", "kanu"))
    #expect(try cost("kéné", "kene") < 0.1, "accents cost next to nothing")
  }
}
