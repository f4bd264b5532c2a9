import Testing

@testable import Corridor

@Suite struct EditingTests {
  @Test func anEditIsInTheHistory() throws {
    try Fixture.withMemory { workspace, memory, _ in
      var edit = UnitEdit()
      edit.texts["en"] = "It is raining in Goris."
      try workspace.edit(unit: 2, edit, memory: memory)
      let history = try workspace.history(of: 2, memory: memory)
      #expect(history.map(\.action) == [.edited, .added])
      #expect(history.first?.before?.unit.variants.last?.plainText == "It rains in Goris.")
      #expect(try workspace.history(memory: memory).map(\.edited) == [1, 0])
    }
  }

  @Test func whatIsNotThereIsNamed() throws {
    try Fixture.withMemory { workspace, memory, _ in
      var edit = UnitEdit()
      edit.texts["ru"] = "Дождь."
      #expect(throws: CorridorError.noText(unit: 1, language: "ru", has: ["fr", "en"])) {
        try workspace.edit(unit: 1, edit, memory: memory)
      }
      #expect(throws: CorridorError.memory(.unknownUnit(9))) { try workspace.edit(unit: 9, edit, memory: memory) }
    }
  }
}
