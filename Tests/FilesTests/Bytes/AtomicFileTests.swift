import FoundationEssentials
import Testing

@testable import Files

@Suite struct AtomicFileTests {
  /// A folder of its own, removed with the test.
  private final class Folder {
    let path = FileManager.default.temporaryDirectory.path + "/exchange-\(UInt64.random(in: 0 ... .max))"
    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }
    func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    func text(_ name: String) -> String? {
      FileManager.default.contents(atPath: "\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
    }
  }

  @Test func theFileAppearsWithTheCommit() throws {
    let folder = try Folder()
    let file = try AtomicFile(path: "\(folder.path)/a.txt")
    try file.write(Array("one".utf8))
    #expect(folder.text("a.txt") == nil)
    try file.commit()
    #expect(try folder.text("a.txt") == "one" && folder.files() == ["a.txt"])
  }

  @Test func withoutACommitNothingChanges() throws {
    let folder = try Folder()
    try "old".write(toFile: "\(folder.path)/a.txt", atomically: false, encoding: .utf8)
    do {
      let file = try AtomicFile(path: "\(folder.path)/a.txt")
      try file.write(Array("new".utf8))
    }
    #expect(try folder.text("a.txt") == "old" && folder.files() == ["a.txt"])
  }

  /// What a process left that was killed is taken over by the next writer and is gone with its commit.
  @Test func theLeftoversOfAKilledWriterGo() throws {
    let folder = try Folder()
    let left = "\(folder.path)/a.txt.corridor-part"
    try "half a fi".write(toFile: left, atomically: false, encoding: .utf8)
    let file = try AtomicFile(path: "\(folder.path)/a.txt")
    try file.write(Array("one".utf8))
    try file.commit()
    #expect(try folder.text("a.txt") == "one" && folder.files() == ["a.txt"])
  }

  @Test func twoWritersOfOnePlaceDoNotMeet() throws {
    let folder = try Folder()
    let first = try AtomicFile(path: "\(folder.path)/a.txt")
    let second = try AtomicFile(path: "\(folder.path)/a.txt")
    try first.write(Array("first".utf8))
    try second.write(Array("second".utf8))
    try second.commit()
    #expect(folder.text("a.txt") == "second")
    try first.commit()
    #expect(try folder.text("a.txt") == "first" && folder.files() == ["a.txt"])
  }

  @Test func permissionsAndLinksStay() throws {
    let folder = try Folder()
    try "old".write(toFile: "\(folder.path)/a.txt", atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: "\(folder.path)/a.txt")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/link", withDestinationPath: "\(folder.path)/a.txt")
    let file = try AtomicFile(path: "\(folder.path)/link")
    try file.write(Array("new".utf8))
    try file.commit()
    #expect(folder.text("a.txt") == "new")
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/a.txt")
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/link") == "\(folder.path)/a.txt")
  }

  @Test func aMissingFolderAndAFolderAreRefused() throws {
    let folder = try Folder()
    let missing = #expect(throws: FileError.self) { try AtomicFile(path: "\(folder.path)/no/a.txt") }
    #expect(missing?.description == "\(folder.path)/no/a.txt: error: its folder is missing; make it")
    #expect(throws: FileError.self) { try AtomicFile(path: folder.path) }
  }

  @Test func devicesAreWrittenDirectly() throws {
    let file = try AtomicFile(path: "/dev/null")
    try file.write([1])
    try file.commit()
  }
}
