import Testing

@testable import Corridor

@Suite struct MatchingTests {
  @Test func theBestMatchComesFirstAndIsMended() throws {
    try Fixture.withMemory { workspace, memory, _ in
      var options = MatchOptions()
      options.memory = memory
      let found = try workspace.match("Le bilan est de 21 morts.", options)
      #expect(found.map(\.match.target) == ["The toll is 12 dead."])
      #expect(found.first?.repair?.text == "The toll is 21 dead.")
      #expect(found.first?.repair?.changes.map(\.kind) == [.number])
      #expect(try workspace.match("", options).isEmpty)
    }
  }

  @Test func numbersOutOfRangeAreRefused() throws {
    try Fixture.withMemory { workspace, memory, _ in
      var options = MatchOptions()
      options.memory = memory
      options.minimum = 101
      #expect(throws: CorridorError.outOfRange(.minimumScore, value: 101, 0...100)) {
        try workspace.match("Il pleut.", options)
      }
      (options.minimum, options.top) = (70, 0)
      #expect(throws: CorridorError.outOfRange(.count, value: 0, 1...(.infinity))) {
        try workspace.match("Il pleut.", options)
      }
    }
  }
}
