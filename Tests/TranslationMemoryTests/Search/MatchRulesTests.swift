import Testing

@testable import TranslationMemory

@Suite struct MatchRulesTests {
  @Test func theUsualRulesHoldEveryBlemishAgainstAMatchAndNoneHoldsNothing() {
    #expect(Set(MatchRules().points.keys) == Set(Blemish.allCases))
    #expect(MatchRules().points.values.allSatisfy { $0 > 0 })
    #expect(MatchRules.none.points.isEmpty)
  }

  @Test func blemishesAreOrderedByTheirNames() {
    #expect(Blemish.allCases.sorted().map(\.rawValue) == Blemish.allCases.map(\.rawValue).sorted())
  }
}
