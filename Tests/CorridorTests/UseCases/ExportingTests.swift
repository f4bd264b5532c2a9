import Foundation
import Testing

@testable import Corridor

@Suite struct ExportingTests {
  @Test func aFilterChoosesUnits() throws {
    try Fixture.withMemory { workspace, memory, folder in
      var options = ExportOptions()
      options.memory = memory
      options.filter.tags = ["test"]
      let output = try Output(path: folder + "/all.tmx")
      #expect(try workspace.export(to: output, options).units == 2)
      try output.finish()
      options.filter.tags = ["other"]
      #expect(try workspace.export(to: Output(path: folder + "/none.tmx"), options).units == 0)
      #expect(FileManager.default.fileExists(atPath: folder + "/all.tmx"))
      // Nobody finished it.
      #expect(!FileManager.default.fileExists(atPath: folder + "/none.tmx"))
    }
  }

  @Test func aGlossaryFormatIsRefused() throws {
    try Fixture.withMemory { workspace, memory, folder in
      var options = ExportOptions()
      (options.memory, options.format) = (memory, "tbx")
      let error = #expect(throws: CorridorError.self) {
        try workspace.export(to: Output(path: folder + "/a.tbx"), options)
      }
      guard case .unfitFormat("tbx", .units, let known) = error else {
        Issue.record("refused as \(String(describing: error))")
        return
      }
      #expect(known.contains("tmx") && !known.contains("tbx"))
    }
  }
}
