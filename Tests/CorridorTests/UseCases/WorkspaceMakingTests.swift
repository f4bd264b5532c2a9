import Testing

@testable import Corridor

@Suite struct WorkspaceMakingTests {
  @Test func aNewWorkspaceReadsAsTheDefaults() throws {
    try Fixture.inFolder { folder in
      #expect(
        try Workspace.make(in: folder + "/desk") == [
          folder + "/desk/corridor.yml", folder + "/desk/glossary/terms.csv",
        ])
      let configuration = try WorkspaceConfiguration.find(folder: folder + "/desk", current: "/")
      #expect(configuration.from == "fr" && configuration.to == "en" && configuration.memory == "memory.sqlite")
      #expect(throws: CorridorError.workspaceExists(file: folder + "/desk/corridor.yml")) {
        try Workspace.make(in: folder + "/desk")
      }
    }
  }
}
