import Testing

@testable import Names

@Suite struct NameMatchTests {
  @Test func verdictsAreSpeltAsTheCommandPrintsThem() {
    #expect(NameMatch.Verdict.allCases.map(\.rawValue) == ["same", "different", "alias"])
  }
}
