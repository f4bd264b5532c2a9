import Foundation
import Testing

@testable import Corridor

@Suite struct InputFileTests {
  @Test func aMissingFileIsNamedWithWhatToDo() {
    let error = #expect(throws: CorridorError.self) { try InputFile("/nowhere/a.txt").text() }
    #expect(error?.description == "/nowhere/a.txt: error: no such file; check the path")
  }

  @Test func aFolderStandsForItsFilesInOrderOfName() throws {
    try Fixture.inFolder { folder in
      for name in ["b.txt", "a.TXT", ".hidden.txt", "c.md"] {
        try "x".write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
      }
      let found = try InputFile.expand([folder + "/", "-"], endings: ["txt"]).map(\.name)
      #expect(found == [folder + "/a.TXT", folder + "/b.txt", "-"])
      let error = #expect(throws: CorridorError.self) { try InputFile.expand([folder], endings: ["po"]) }
      #expect(error?.problem == "the folder holds no file of *.po")
    }
  }
}
