import Bitext
import Testing

@testable import Files
@testable import Markup

@Suite struct XMLScannerTextTests {
  private func text(_ document: String, chunk: Int, repairs: Bool = false) throws -> String {
    var xml = XMLScanner(MemorySource(Array(document.utf8), name: "a", chunk: chunk), limits: ReadingLimits())
    if repairs { xml.repair = { _ in } }
    var all = ""
    while true {
      switch try xml.next() {
      case .text: all += try xml.text()
      case .finish: return all
      case .start, .end: continue
      }
    }
  }

  @Test(arguments: [1, 2, 3, 8, 64]) func lineEndsAreLineFeedsAndReferencesAreNot(chunk: Int) throws {
    #expect(try text("<a>x\r\ny\rz&#13;\n<![CDATA[\r\n]]]]></a>", chunk: chunk) == "x\ny\nz\r\n\n]]")
  }

  @Test func aControlIsRefusedOrReplaced() throws {
    let error = #expect(throws: FileError.self) { try text("<a>x\u{1}</a>", chunk: 4) }
    #expect(error?.position == SourcePosition(file: "a", line: 1, column: 5))
    #expect(try text("<a>x\u{1}</a>", chunk: 4, repairs: true) == "x\u{FFFD}")
  }

  @Test func blankTextIsKnown() throws {
    var xml = XMLScanner(MemorySource(Array("<a> \n\t</a>".utf8), name: "a"), limits: ReadingLimits())
    #expect(try xml.next() == .start)
    #expect(try xml.next() == .text)
    let isBlank = xml.textIsBlank
    #expect(isBlank)
  }
}
