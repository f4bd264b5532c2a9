import Foundation
import Testing

@testable import Corridor

@Suite struct WorkspacePathTests {
  @Test func aPathIsJudgedByWhereItLeads() throws {
    let base = FileManager.default.temporaryDirectory.appending(path: "corridor-\(UUID().uuidString)")
    let folder = base.appending(path: "work")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: base) }
    try Data().write(to: base.appending(path: "beside.csv"))
    try Data().write(to: folder.appending(path: "own.csv"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "link.csv").path, withDestinationPath: base.appending(path: "beside.csv").path)
    func judge(_ name: String) -> WorkspacePath.Judgement {
      WorkspacePath.judge(name.hasPrefix("/") ? name : folder.path + "/" + name, in: folder.path)
    }
    #expect(judge("own.csv") == .fine && judge("not-yet.sqlite") == .fine && judge("agency-neutral") == .fine)
    #expect(judge("../beside.csv") == .outside && judge("link.csv") == .outside && judge("../new.sqlite") == .outside)
    #expect(judge("/dev/zero") == .noFile)
  }
}
