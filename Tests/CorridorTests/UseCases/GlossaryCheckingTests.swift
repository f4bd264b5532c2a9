import Bitext
import Foundation
import TestSupport
import Testing

@testable import Corridor

@Suite struct GlossaryCheckingTests {
  @Test func aRowIsReportedWhereItIs() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "table-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("concept,lang,term,status,kind,note\ntruce,fr,trêve,preferred,term,\n".utf8).write(to: file)
    let workspace = try Workspace.open(data: Checkout.glossary.path)
    let found = try workspace.validateGlossary([InputFile(file.path)])
    // House styles name concepts that this table does not have: that is no fault of the table.
    #expect(found.map(\.check) == ["missing-side"])
    #expect(found.first?.position?.file == file.path && found.first?.position?.line == 2)
    #expect(found.first?.message == "truce has no term in en; add one")
  }
}
