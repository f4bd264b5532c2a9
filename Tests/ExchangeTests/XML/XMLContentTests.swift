import Bitext
import Testing

@testable import Exchange
@testable import Files
@testable import Markup

@Suite struct XMLContentTests {
  private func content(
    _ document: String, own prefix: Int? = -1, limits: ReadingLimits = ReadingLimits(),
    _ complete: XMLScanner.Completion? = nil
  ) throws -> [Inline] {
    var xml = XMLScanner(MemorySource(Array(document.utf8), name: "a", chunk: 3), limits: limits)
    #expect(try xml.next() == .start)
    return try xml.content(own: prefix, complete)
  }

  @Test func textInPiecesIsOneAndElementsAreKept() throws {
    #expect(
      try content("<a>x<!-- c --><![CDATA[&]]><b i='1'>y</b>z</a>") == [
        .text("x&"), .code(name: "b", attributes: [Attribute("i", "1")], content: [.text("y")]), .text("z"),
      ])
  }

  @Test func anotherPrefixIsPartOfTheNameUnlessNoneMatters() throws {
    let document = "<a xmlns:o='u'><o:b/></a>"
    #expect(try content(document) == [.code(name: "o:b", attributes: [], content: [])])
    #expect(try content(document, own: nil) == [.code(name: "b", attributes: [], content: [])])
  }

  @Test func codesAreCompletedWithTheirPlace() throws {
    let done = try content("<a>\n <b/></a>") { attributes, content, place in
      attributes.append(Attribute("at", "\(place)"))
      content.append(.text("x"))
    }
    #expect(done == [.text("\n "), .code(name: "b", attributes: [Attribute("at", "a:2:2")], content: [.text("x")])])
    #expect(done.text == "\n x")
  }

  @Test func theLimitHoldsHoweverDeepTheTextIs() {
    var limits = ReadingLimits()
    limits.segmentBytes = 50
    let deep = "<a><b><c>" + String(repeating: "x", count: 60) + "</c></b></a>"
    let error = #expect(throws: FileError.self) { try content(deep, limits: limits) }
    #expect(error?.reason == .limit(.segmentBytes))
  }

  @Test func anElementIsSkippedWithAllThatIsInIt() throws {
    var xml = XMLScanner(MemorySource(Array("<a><b><b/>t</b><c/></a>".utf8), name: "a"), limits: ReadingLimits())
    #expect(try xml.next() == .start)
    #expect(try xml.next() == .start)
    try xml.skipElement()
    #expect(try xml.next() == .start && xml.localName == "c")
  }
}
