import Bitext
import Testing

@testable import Exchange

@Suite struct XLIFFDataTests {
  @Test func marksOfSegmentsAreFoundHoweverDeep() {
    let mark = Inline.code(
      name: "mrk", attributes: [Attribute("mtype", "seg"), Attribute("mid", "1")], content: [.text("a")])
    let found = XLIFFData.segments([.code(name: "g", attributes: [], content: [mark]), .text("b")])
    #expect(found.map(\.mid) == ["1"] && found.first?.content == [.text("a")])
  }

  @Test func nativeCodeIsPutWhereItIsReferredTo() {
    var attributes = [Attribute("dataRef", "d1"), Attribute("dataRefEnd", "d9")]
    var content: [Inline] = []
    var missing: [String] = []
    XLIFFData.resolve(&attributes, &content, ["d1": "<b>"]) { missing.append($0) }
    #expect(content == [.text("<b>")])
    #expect(missing.count == 1 && missing[0].hasPrefix("dataRefEnd=\"d9\" refers to no <data>"))
  }

  @Test func whatIsFlattenedComesBack() {
    let unit = TranslationUnit(
      attributes: [Attribute("tuid", "a"), Attribute("changeid", "me")],
      variants: [
        Variant(language: "fr", attributes: [Attribute("creationid", "you")], content: []),
        Variant(language: "en", remarks: [.note("n"), .property(type: "p", value: "v")], content: []),
      ])
    var losses = Losses()
    let list = unit.flattened(&losses)
    #expect(list.map(\.name) == ["tu/@changeid", "source/@creationid", "target/note", "target/p"] && losses.isEmpty)
    let flat = TranslationUnit(
      attributes: [Attribute("tuid", "a")], remarks: list.map { .property(type: $0.name, value: $0.value) },
      variants: unit.variants.map { Variant(language: $0.language, content: $0.content) })
    #expect(flat.unflattened == unit)
  }
}
