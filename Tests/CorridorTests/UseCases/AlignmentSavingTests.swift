import Bitext
import Foundation
import TestSupport
import Testing

@testable import Corridor

@Suite struct AlignmentSavingTests {
  @Test func aPairThatIsSavedTwiceIsKnown() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "saved-\(UUID().uuidString).sqlite").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let workspace = try Workspace.open(data: Checkout.glossary.path)
    let aligned = try workspace.align(
      workspace.segment(text: "La trêve tient. Il pleut.\n", file: "a.fr.txt"),
      workspace.segment(text: "The truce holds. It is raining.\n", file: "a.en.txt"))
    let first = try workspace.save(aligned, to: .file(path))
    #expect(first.added == 2 && first.known == 0)
    let second = try workspace.save(aligned, to: .file(path))
    #expect(second.added == 0 && second.known == 2)
  }
}
