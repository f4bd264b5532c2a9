import Foundation
import Testing

@testable import Files

@Suite struct CLibraryTests {
  @Test func bytesAreWrittenWhereTheyAreToBe() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a", [1, 2, 3, 4])
    let descriptor = try CLibrary.open(path, .writing)
    defer { CLibrary.close(descriptor) }
    try [9, 9].withUnsafeBytes {
      try CLibrary.write(UnsafeRawBufferPointer(rebasing: $0[0..<1]), to: descriptor, at: 2)
    }
    #expect(try OpenFile(reading: path).readAll() == [1, 2, 9, 4])
    try CLibrary.truncate(descriptor, to: 1)
    #expect(try FileStatus.of(path).size == 1)
  }

  @Test func aLinkIsFollowedToItsFile() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a", [])
    try FileManager.default.createSymbolicLink(atPath: "\(scratch.folder)/b", withDestinationPath: path)
    #expect(CLibrary.realPath("\(scratch.folder)/b") == CLibrary.realPath(path))
    #expect(CLibrary.realPath("\(path)-missing") == nil)
    #expect(throws: SystemError.self) { try CLibrary.open("\(scratch.folder)/b", .makingIfMissing) }
  }
}
