import TestSupport
import Testing

@testable import Names

@Suite struct SpellingTableTests {
  @Test func theFastTableHasAWayWhereThePlainOneHas() throws {
    let costs = try ShippedModel.get().spelling
    var generator = SeededGenerator(for: "SpellingTableTests")
    let parts = ["ch", "sh", "tch", "a", "ou", "u", "ian", "yan", "k", "g", "v", "dj", "j", "é", "s"]
    func word() -> String {
      (0..<Int.random(in: 1...4, using: &generator)).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
    }
    var same = 0
    for _ in 0..<200 {
      let (a, b) = (SpelledWord(word(), costs), SpelledWord(word(), costs))
      let plain = SpellingCosts.Reading.allCases.compactMap { a.path(to: b, costs, $0) }
      let fast = SpellingTable(a, b, costs, limit: SpellingCosts.forbidden).fill(nil)
      #expect((fast < .infinity) == !plain.isEmpty, "\(a.text) \(b.text)")
      if fast < .infinity { same += 1 }
    }
    #expect(same > 0)
  }
}
