import Testing

@testable import Names

@Suite struct NameSpanTests {
  @Test func certaintiesHaveAnOrder() {
    #expect(NameSpan.Certainty.weak < .likely && NameSpan.Certainty.likely < .strong)
    #expect(!(NameSpan.Certainty.strong < .strong))
  }
}
