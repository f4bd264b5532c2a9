import Testing

@testable import Files

@Suite struct ByteSourceTests {
  @Test(arguments: [1, 3, 100]) func memoryComesInPiecesAndAgain(chunk: Int) throws {
    let source = MemorySource([1, 2, 3, 4], name: "a", chunk: chunk)
    #expect(source.read() == Array([1, 2, 3, 4].prefix(chunk)))
    #expect(try source.again()?.readAll() == [1, 2, 3, 4])
  }

  @Test func aFileComesWholeAndAgain() throws {
    let scratch = try Scratch()
    let bytes = [UInt8](repeating: 7, count: 200_000)
    let source = try FileSource(path: scratch.file("a", bytes))
    #expect(try source.readAll() == bytes)
    #expect(try source.again()?.readAll() == bytes)
  }

  @Test func whatCannotBeReadIsNamedWithARemedy() throws {
    let scratch = try Scratch()
    let missing = #expect(throws: FileError.self) { try FileSource(path: "/nowhere") }
    #expect(missing?.description == "/nowhere: error: no such file; check the name")
    let folder = #expect(throws: FileError.self) { try FileSource(path: scratch.folder).read() }
    #expect(folder?.message == "is a folder; name the files in it")
  }
}
