import Testing

@testable import Files

@Suite struct MappedFileTests {
  @Test func theBytesAreThoseOfTheFile() throws {
    let scratch = try Scratch()
    let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0) }
    let file = try MappedFile(path: scratch.file("a", bytes))
    #expect(file.count == 10_000)
    #expect(file.withBytes { Array($0) } == bytes)
    #expect(try MappedFile(path: scratch.file("b", [])).withBytes { $0.count } == 0)
  }

  @Test(arguments: ["/dev/null", "/", "/nowhere"]) func onlyRegularFilesAreMapped(path: String) {
    #expect(throws: SystemError.self) { try MappedFile(path: path) }
  }
}
