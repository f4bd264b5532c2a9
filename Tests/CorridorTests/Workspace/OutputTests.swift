import Foundation
import Testing

@testable import Corridor

@Suite struct OutputTests {
  @Test func aFileAppearsWholeOrNotAtAll() throws {
    try Fixture.inFolder { folder in
      let path = folder + "/a.txt"
      let output = try Output(path: path)
      try output.writeLine("Erevan")
      try output.writeLine(utf8: Array("a\tb".utf8)[...])
      #expect(!FileManager.default.fileExists(atPath: path))
      try output.finish()
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "Erevan\na b\n")
    }
  }

  @Test func aFolderThatIsNotThereIsNamed() {
    let error = #expect(throws: CorridorError.self) { try Output(path: "/nowhere/a.txt") }
    #expect(error?.position?.file == "/nowhere/a.txt")
  }
}
