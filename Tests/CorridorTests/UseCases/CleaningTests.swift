import Bitext
import Foundation
import TestSupport
import Testing

@testable import Corridor

@Suite struct CleaningTests {
  @Test func aUnitThatWasNotTranslatedIsFoundAndRemovedAfterABackup() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "clean-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "m.sqlite").path
    let workspace = try Workspace.open(data: Checkout.glossary.path)
    let text = "Le texte est ici et il reste.\n"
    let aligned = try workspace.align(
      workspace.segment(text: text, file: "a.fr.txt"), workspace.segment(text: text, file: "a.en.txt"))
    #expect(try workspace.save(aligned, to: .file(path)).added == 1)
    let report = try workspace.clean(["unit-untranslated"], memory: .file(path))
    #expect(report.units == 1 && report.removed == 0 && report.backup == nil)
    #expect(
      report.findings.map(\.description) == [
        "unit 1: warning: source and target are the same text [unit-untranslated]"
      ])
    let after = try workspace.clean(["unit-untranslated"], removing: ["unit-untranslated"], memory: .file(path))
    #expect(after.removed == 1 && after.counts.map(\.check) == ["unit-untranslated"])
    #expect(FileManager.default.fileExists(atPath: try #require(after.backup)))
    #expect(try workspace.clean(Set(Workspace.unitCheckIDs), memory: .file(path)).findings.isEmpty)
  }
}
