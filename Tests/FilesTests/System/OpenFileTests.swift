import Testing

@testable import Files

@Suite struct OpenFileTests {
  private let scratch: Scratch
  private let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }

  init() throws { scratch = try Scratch() }

  @Test func aFileIsReadWholeOrInBlocks() throws {
    let path = try scratch.file("a", bytes)
    #expect(try OpenFile(reading: path).readAll() == bytes)
    let file = try OpenFile(reading: path)
    #expect(try file.read(filling: 150_000) == Array(bytes[..<150_000]))
    #expect(try file.read(filling: 150_000) == Array(bytes[150_000...]))
    #expect(try file.read(filling: 150_000).isEmpty)
  }

  @Test func anEmptyFileHasNoBytes() throws { #expect(try OpenFile(reading: scratch.file("a", [])).readAll().isEmpty) }

  @Test func aFileThatSaysNothingOfItsSizeIsReadWhole() throws {
    #expect(try !OpenFile(reading: "/proc/self/status").readAll().isEmpty)
  }

  @Test func whatIsWrittenIsThere() throws {
    let path = "\(scratch.folder)/b"
    try OpenFile(path, .makingNew).write(bytes)
    #expect(try OpenFile(reading: path).readAll() == bytes)
    #expect(throws: SystemError.self) { try OpenFile(path, .makingNew) }
    try OpenFile(path, .emptying).write([1])
    #expect(try OpenFile(reading: path).readAll() == [1])
  }

  @Test func onlyOneMayHoldTheLock() throws {
    let path = try scratch.file("a", [1])
    let first = try OpenFile(path, .writing)
    #expect(first.lock())
    #expect(try !OpenFile(path, .writing).lock())
  }

  @Test func aFolderIsNotRead() {
    let error = #expect(throws: SystemError.self) { try OpenFile(reading: scratch.folder).readAll() }
    #expect(error?.kind == .folder)
  }
}
