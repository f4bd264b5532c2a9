import Bitext
import Testing

@testable import Files
@testable import Markup

@Suite struct SchemaCheckTests {
  private static let model = SchemaModel(
    "M 1", id: "m", takesForeign: true,
    """
    root | head item* | version!=1
    head | |
    item | #text | kind=x,y,x-*
    """)

  private final class Log { var lines: [String] = [] }

  private func findings(_ document: String) throws -> [String] {
    let log = Log()
    let context = ReadingContext(validates: true) { finding, _ in
      log.lines.append("\(finding.check): \(finding.message)")
    }
    var xml = XMLScanner(MemorySource(Array(document.utf8), name: "a", chunk: 5), limits: ReadingLimits())
    xml.schema = SchemaCheck(Self.model, context: context)
    while try xml.next() != .finish {}
    return log.lines
  }

  @Test func aFileOfTheModelHasNone() throws {
    #expect(try findings("<root version='1'><head/><item kind='x-own'>t</item><o:a xmlns:o='u'>z</o:a></root>") == [])
  }

  @Test(arguments: [
    ("<root version='1'></root>", "m-missing: <root> lacks <head>: strict tools refuse the file"),
    ("<root version='1'><item/></root>", "m-missing: <root> lacks <head> before <item>"),
    ("<root version='1'><head/><x/></root>", "m-element: <x> is not in M 1: tools drop it, or refuse the file"),
    (
      "<root version='1'><head/><head/></root>",
      "m-place: <head> stands too late or too often in <root>: strict tools refuse the file"
    ),
    ("<root><head/></root>", "m-attribute: <root> lacks version: strict tools refuse the file"),
    ("<root version='1' a='b'><head/></root>", "m-attribute: attribute a of <root> is not in M 1: tools drop it"),
    (
      "<root version='1'><head/><item kind='z'/></root>",
      "m-value: kind=\"z\" of <item> is none of x, y, x-*: tools ignore it"
    ),
    ("<root version='1'><head/>t</root>", "m-text: text in <root>, where M 1 has none: tools drop it"),
  ])
  func whatDiffersIsSaidOnce(document: String, line: String) throws { #expect(try findings(document) == [line]) }
}
