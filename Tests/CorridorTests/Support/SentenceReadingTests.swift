import Bitext
import Foundation
import TestSupport
import Testing

@testable import Corridor

@Suite struct SentenceReadingTests {
  private func workspace() throws -> Workspace {
    try Workspace.open(data: Checkout.glossary.path)
  }

  /// A file for as long as `body` runs.
  private func withFile(_ bytes: [UInt8], _ body: (InputFile) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).fr.txt")
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    try body(InputFile(url.path))
  }

  @Test("a file cut in blocks gives what the whole file gives", arguments: [16, 64, 1 << 20])
  func blocks(size: Int) throws {
    let workspace = try workspace()
    let text = String(repeating: "Été à Gumri. M. Aliev part… « Où ? » dit-il.\n\nTitre\n", count: 40)
    try withFile([0xEF, 0xBB, 0xBF] + Array(text.utf8)) { file in
      let whole = try workspace.segment(file)
      var found: [ReadSentence] = []
      try workspace.segment(file, blockSize: size) { found.append($0) }
      #expect(found.map(\.text) == whole.segments.map(\.text))
      #expect(found.map(\.place.bytes) == whole.segments.map(\.bytes))
      #expect(found.map(\.place.paragraph) == whole.segments.map(\.paragraph))
      #expect(found.map(\.place.kind) == whole.segments.map(\.kind))
      #expect(found.map(\.offset) == whole.segments.map { whole.locator.scalarOffset(ofByte: $0.bytes.lowerBound) })
      #expect(found.map(\.number) == Array(whole.segments.indices))
    }
  }

  @Test func aFaultFarIntoTheFileIsPlaced() throws {
    let workspace = try workspace()
    try withFile(Array(String(repeating: "Il part.\n", count: 30).utf8) + [0x41, 0xFF, 0x42]) { file in
      let error = #expect(throws: CorridorError.self) {
        try workspace.segment(file, blockSize: 32) { _ in }
      }
      #expect("\(String(describing: error))".contains("byte 0xFF at offset 271"))
      #expect("\(String(describing: error))".contains(":31:2"))
    }
  }
}
