import Bitext
import Testing

@testable import Exchange

@Suite struct TBXFrameTests {
  @Test func aHeadAlwaysHasASource() {
    var losses = Losses()
    let head = TBXFrame.head(GlossaryHeader(title: "Presse"), .v3, &losses)
    #expect(head.text == "Presse" && losses.isEmpty)
    #expect(TBXFrame.head(GlossaryHeader(), .v3, &losses).text == "Glossary written by Corridor")
    #expect(TBXFrame.head(GlossaryHeader(), .v2, &losses).text.hasSuffix("TBXBasicXCSV02.xcs"))
  }

  @Test func whatIsReferredToIsGivenOnce() {
    let person = Inline.code(
      name: "refObject", attributes: [Attribute("id", "p1")],
      content: [.code(name: "item", attributes: [Attribute("type", "fn")], content: [.text("A. B.")])])
    let section = Inline.code(
      name: "refObjectSec", attributes: [Attribute("type", "respPerson")], content: [person, person])
    var (written, losses) = (Set<String>(), Losses())
    guard case .code(_, _, let objects)? = TBXFrame.references([section], .v3, &written, &losses).first else {
      Issue.record("no section")
      return
    }
    let ids = objects.map {
      if case .code(_, let attributes, _) = $0 { attributes.value("id") } else { nil } as String?
    }
    #expect(ids == ["p1", nil])
  }
}
