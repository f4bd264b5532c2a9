import Bitext
import Foundation
import TestSupport
import Testing

@testable import Corridor

@Suite struct CheckingTests {
  private static let source = "La trêve tient au poste de contrôle.\n"
  private static let target = "Nothing happened at the barrier.\n"

  private func pair(_ workspace: Workspace) throws -> (Document, Document) {
    (
      try workspace.segment(text: Self.source, file: "a.fr.txt"),
      try workspace.segment(text: Self.target, file: "a.en.txt")
    )
  }

  @Test func missingTermsAreFoundWithoutAnyKnowledgeOfNames() throws {
    try Data.withBrokenNames { folder in
      let workspace = try Workspace.open(data: folder)
      let (source, target) = try pair(workspace)
      let found = try workspace.check(source: source, target: target, CheckOptions(only: ["term-missing"]))
      #expect(!found.isEmpty && found.allSatisfy { $0.check == "term-missing" })
      #expect(found.allSatisfy { $0.location?.file == "a.en.txt" })
      // What asks for names cannot do without.
      #expect(throws: CorridorError.self) {
        try workspace.check(source: source, target: target, CheckOptions(only: ["name-variant"]))
      }
      #expect(throws: CorridorError.self) { try workspace.check([target]) }
    }
  }

  @Test func findingsOfAPairAreThoseOfItsChecksOneByOne() throws {
    let workspace = try Workspace.open(data: Checkout.glossary.path)
    let source = try workspace.segment(text: "Le cessez-le-feu tient, dit Nikol Pachinian.\n", file: "a.fr.txt")
    let target = try workspace.segment(text: "The cease-fire holds, says Nikol Pachinian.\n", file: "a.en.txt")
    let all = try workspace.check(source: source, target: target, CheckOptions(memory: .none))
    #expect(Set(all.map(\.check)).isSuperset(of: ["term-forbidden", "name-untransliterated"]))
    for id in Workspace.checkIDs {
      let one = try workspace.check(source: source, target: target, CheckOptions(only: [id], memory: .none))
      #expect(one == all.filter { $0.check == id }, "\(id)")
    }
  }

  @Test func acceptedFindingsOfANamedFileAreSilentInThatCallOnly() throws {
    let workspace = try Workspace.open(data: Checkout.glossary.path)
    let text = try workspace.segment(text: "The cease-fire holds.\n", file: "a.en.txt")
    let file = FileManager.default.temporaryDirectory.appending(path: "accepted-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let found = try workspace.check([text], CheckOptions(memory: .none))
    #expect(found.map(\.surface) == ["cease-fire"])
    #expect(try workspace.accept(found, why: "test", into: file.path).count == 1)
    #expect(try workspace.check([text], CheckOptions(accepted: file.path, memory: .none)).isEmpty)
    #expect(try workspace.check([text], CheckOptions(memory: .none)) == found)
  }
}

extension Data {
  /// A folder of installed data whose lexicon of names cannot be read.
  static func withBrokenNames(_ body: (String) throws -> Void) throws {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "corridor-data-\(UUID().uuidString)")
    try manager.createDirectory(at: folder.appending(path: "names"), withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: folder) }
    for name in try manager.contentsOfDirectory(atPath: Checkout.glossary.path) where name != "names" {
      try manager.createSymbolicLink(
        at: folder.appending(path: name), withDestinationURL: Checkout.glossary.appending(path: name))
    }
    try Data("- [\n".utf8).write(to: folder.appending(path: "names/cues-fr.yml"))
    try body(folder.path)
  }
}
