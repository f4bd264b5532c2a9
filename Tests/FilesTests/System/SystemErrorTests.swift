import Testing

@testable import Files

@Suite struct SystemErrorTests {
  @Test func aMissingFileIsToldFromAFolderThatIsNone() throws {
    let missing = #expect(throws: SystemError.self) { try OpenFile(reading: "/nowhere") }
    #expect(missing?.kind == .missing && missing?.description == "No such file or directory")
    let scratch = try Scratch()
    let path = try scratch.file("a", [])
    #expect(#expect(throws: SystemError.self) { try OpenFile(reading: "\(path)/b") }?.kind == .folderMissing)
  }
}
