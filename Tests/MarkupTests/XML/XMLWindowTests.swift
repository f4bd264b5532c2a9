import Bitext
import Testing

@testable import Files
@testable import Markup

@Suite struct XMLWindowTests {
  @Test("a position is that of the obvious count", arguments: [1, 2, 5, 64]) func positions(chunk: Int) throws {
    let text = "aé\n\u{1F600}b\r\nc\rd\n\né"
    var window = XMLWindow(MemorySource(Array(text.utf8), name: "a", chunk: chunk))
    while try window.refill(keeping: window.start) {}
    var (line, column, before) = (1, 1, Unicode.Scalar("a"))
    var offset = 0
    for scalar in text.unicodeScalars {
      if offset > 0, before == "\n" || (before == "\r" && scalar != "\n") { (line, column) = (line + 1, 1) }
      if !(before == "\r" && scalar == "\n" && offset > 0) {
        #expect(window.position(at: offset) == SourcePosition(file: "a", line: line, column: column))
      }
      column += 1
      offset += UTF8.encode(scalar)?.count ?? 0
      before = scalar
    }
  }

  @Test func whatIsKeptStaysWhereItIs() throws {
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var window = XMLWindow(MemorySource(bytes, name: "a", chunk: 1 << 16))
    var kept = 0
    while try window.refill(keeping: kept) {
      #expect(window[kept] == bytes[kept] && window[window.end - 1] == bytes[window.end - 1])
      kept = window.end - 3
    }
    #expect(window.isAtEnd && window.end == bytes.count)
    #expect(try !window.refill(keeping: kept))
  }
}
