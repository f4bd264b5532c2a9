import Foundation
import Testing

@testable import Corridor

@Suite struct ImportingTests {
  @Test func whatIsKnownIsNotAddedAgain() throws {
    try Fixture.withMemory { workspace, memory, folder in
      var options = ImportOptions()
      options.memory = memory
      let again = try workspace.import([InputFile(folder + "/pairs.tsv")], options)
      #expect(again.map(\.format) == ["tsv"])
      #expect(again.map(\.added) == [0] && again.map(\.known) == [2])
    }
  }

  @Test func whereOneFileIsRefusedNothingIsChanged() throws {
    try Fixture.withMemory { workspace, memory, folder in
      try "fr\ten\nUn.\tOne.\n".write(toFile: folder + "/more.tsv", atomically: true, encoding: .utf8)
      try "<tmx version=\"1.4\"><body>".write(toFile: folder + "/cut.tmx", atomically: true, encoding: .utf8)
      var options = ImportOptions()
      options.memory = memory
      let error = #expect(throws: CorridorError.self) {
        try workspace.import([InputFile(folder + "/more.tsv"), InputFile(folder + "/cut.tmx")], options)
      }
      guard case .refused(.malformed, let fault) = error else {
        Issue.record("refused as \(String(describing: error))")
        return
      }
      #expect(fault.position.file == folder + "/cut.tmx" && fault.position.line == 1)
      #expect(try workspace.statistics(memory: memory).memory?.units == 2)
    }
  }
}
