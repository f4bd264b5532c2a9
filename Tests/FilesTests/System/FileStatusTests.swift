import Foundation
import Testing

@testable import Files

@Suite struct FileStatusTests {
  @Test func aFileAFolderAndALinkAreTold() throws {
    let scratch = try Scratch()
    let path = try scratch.file("a", [1, 2, 3])
    let status = try FileStatus.of(path)
    #expect(status.kind == .file && status.size == 3)
    #expect(try FileStatus.of(scratch.folder).kind == .folder)
    #expect(try FileStatus.of("/dev/null").kind == .other)
    let link = "\(scratch.folder)/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    #expect(try FileStatus.of(link).identity == status.identity)
    #expect(try FileStatus.of(link, followsLinks: false).kind == .other)
    #expect(throws: SystemError.self) { try FileStatus.of("\(path)-missing") }
  }
}
