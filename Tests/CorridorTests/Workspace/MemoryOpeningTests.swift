import Testing

@testable import Corridor

@Suite struct MemoryOpeningTests {
  @Test func withoutAWorkspaceAMemoryMustBeNamed() throws {
    #expect(throws: CorridorError.noMemoryHere) { try Fixture.workspace.memoryPath() }
    #expect(try Fixture.workspace.memoryPath(.file("a.sqlite")) == "a.sqlite")
  }

  @Test func whoOnlyAsksMakesNoMemory() throws {
    try Fixture.inFolder { folder in
      let path = folder + "/none.sqlite"
      #expect(throws: CorridorError.noSuchMemory(path: path)) {
        try Fixture.workspace.memory(.file(path), isRead: true)
      }
    }
  }
}
