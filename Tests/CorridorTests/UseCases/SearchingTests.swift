import Testing

@testable import Corridor

@Suite struct SearchingTests {
  @Test func bothSidesAreSearched() throws {
    try Fixture.withMemory { workspace, memory, _ in
      let found = try workspace.concordance(ConcordanceQuery("Goris"), memory: memory)
      #expect(found.total == 1 && found.isComplete)
      #expect(found.hits.first?.places.map(\.variant) == [0, 1])
      #expect(try workspace.concordance(ConcordanceQuery("Chouchi"), memory: memory).hits.isEmpty)
    }
  }

  @Test func aPatternThatIsNoneIsToldApart() throws {
    try Fixture.withMemory { workspace, memory, _ in
      let error = #expect(throws: CorridorError.self) {
        try workspace.concordance(ConcordanceQuery("(", kind: .pattern), memory: memory)
      }
      guard case .memory(.badPattern(let pattern, _)) = error else {
        Issue.record("refused as \(String(describing: error))")
        return
      }
      #expect(pattern == "(")
    }
  }
}
