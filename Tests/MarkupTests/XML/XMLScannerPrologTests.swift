import Testing

@testable import Files
@testable import Markup

@Suite struct XMLScannerPrologTests {
  private func names(_ document: String, resumingAt depth: Int? = nil) throws -> [String] {
    var xml = XMLScanner(MemorySource(Array(document.utf8), name: "a", chunk: 4), limits: ReadingLimits())
    var names: [String] = []
    while true {
      do throws(FileError) {
        switch try xml.next() {
        case .start: names.append(xml.elementName)
        case .finish: return names
        case .end, .text: continue
        }
      } catch {
        guard let depth, try xml.resume(at: Array("u".utf8), in: Array(xml.open.prefix(depth))) else { throw error }
      }
    }
  }

  @Test func aDocumentTypeIsPassedOverAndNothingInItIsExpanded() throws {
    #expect(try names("<!DOCTYPE a [<!ENTITY e \"]>\"><!-- ]> -->]><a/>") == ["a"])
    #expect(
      #expect(throws: FileError.self) { try names("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>") }?.reason == .entity)
  }

  @Test(arguments: ["", "a", "<!DOCTYPE a", "<?xml", "<a/><b/>", "<a/>x", "</a>"]) func whatIsNoDocumentIsRefused(
    text: String
  ) {
    #expect(throws: FileError.self) { try names(text) }
  }

  @Test func afterAFaultTheReadingGoesOnAtTheNextUnit() throws {
    #expect(try names("<a><u>&</u><u><b></u><u/></a>", resumingAt: 1) == ["a", "u", "u", "b", "u"])
  }
}
