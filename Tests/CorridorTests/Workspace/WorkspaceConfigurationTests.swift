import Foundation
import Testing

@testable import Corridor

@Suite struct WorkspaceConfigurationTests {
  private func configuration(_ yaml: String) throws -> WorkspaceConfiguration {
    let folder = FileManager.default.temporaryDirectory.appending(path: "corridor-\(UUID().uuidString)/deep/er")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let root = folder.deletingLastPathComponent().deletingLastPathComponent()
    defer { try? FileManager.default.removeItem(at: root) }
    try "concept,lang,term,status,kind,note\n".write(
      to: root.appending(path: "own.csv"), atomically: true, encoding: .utf8)
    try yaml.write(to: root.appending(path: "corridor.yml"), atomically: true, encoding: .utf8)
    return try WorkspaceConfiguration.find(folder: nil, current: folder.path)
  }

  @Test func theNearestFolderUpwardsIsTheWorkspace() throws {
    let found = try configuration("from: ru\nto: en-GB\nglossary: [own.csv]\nprofile: agency\n")
    #expect(found.from == "ru" && found.to == "en-gb")
    #expect(found.glossaries == ["own.csv"])
    #expect(found.profile == "agency")
    #expect(found.folder != nil)
  }

  @Test func withoutAFileFrenchBecomesEnglish() {
    #expect(WorkspaceConfiguration.none.from == "fr" && WorkspaceConfiguration.none.to == "en")
  }

  @Test func everyFaultIsNamedWithItsPlace() {
    let error = #expect(throws: CorridorError.self) { try configuration("form: fr\nto: e_n\n") }
    #expect(error?.description.contains("corridor.yml:1:1: error: unknown key 'form'") == true)
    #expect(error?.description.contains("corridor.yml:2:5: error: 'e_n' is no language tag") == true)
  }

  @Test(
    "what the file may not say",
    arguments: [
      ("from: fr\nto: fr-CA\n", ":2:5: error: 'from' and 'to' are one language"),
      ("glossary: [other.csv]\n", ":1:12: error: there is no glossary 'other.csv'"),
      ("profile: [un]\n", ":1:10: error: 'profile' is one word or path"),
    ])
  func faults(yaml: String, message: String) {
    let error = #expect(throws: CorridorError.self) { try configuration(yaml) }
    #expect(error?.description.contains("corridor.yml" + message) == true)
  }

  @Test func whatInitWritesReadsAsTheDefaults() throws {
    let text = Workspace.newConfiguration.replacing("glossary/terms.csv", with: "own.csv")
    let found = try configuration(text)
    #expect(found.from == WorkspaceConfiguration.none.from && found.to == WorkspaceConfiguration.none.to)
    #expect(found.profile == nil && found.memory == "memory.sqlite")
  }
}
