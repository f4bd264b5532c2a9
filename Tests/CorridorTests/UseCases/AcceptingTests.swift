import Bitext
import Foundation
import TestSupport
import Testing

@testable import Corridor

@Suite struct AcceptingTests {
  private func finding(_ surface: String) -> Finding {
    Finding(
      check: "name-variant", severity: .warning, message: "", place: .words(side: .target, sentence: 0, bytes: 0..<1),
      surface: surface
    ).located(
      at: .init(file: "a.en.txt", language: "en", line: 1, column: 1, offset: 0, sentenceOffset: 0, length: 1))
  }

  @Test func aSpellingThatOccursTwiceIsAcceptedOnce() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "accepted-\(UUID().uuidString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let workspace = try Workspace.open(data: Checkout.glossary.path)
    let both = [finding("Kocharian"), finding("Kocharian")]
    #expect(try workspace.accept(both, why: "his own", into: file.path).count == 1)
    #expect(try workspace.accept(both, why: "his own", into: file.path).isEmpty)
    #expect(
      try String(contentsOf: file, encoding: .utf8)
        == "check,from,lang,surface,expected,text,place,why\nname-variant,,en,Kocharian,,,,his own\n")
  }

  @Test func withoutAFileOrAWorkspaceNothingIsKept() throws {
    let workspace = try Workspace.open(data: Checkout.glossary.path)
    #expect(workspace.configuration.folder == nil)
    #expect(throws: CorridorError.self) { try workspace.accept([finding("Kocharian")], why: "") }
  }
}
