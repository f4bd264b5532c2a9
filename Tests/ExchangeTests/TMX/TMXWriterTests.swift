import Bitext
import Testing

@testable import Exchange
@testable import Files
@testable import Markup

@Suite struct TMXWriterTests {
  private let header = TMXHeader(tool: "corridor", version: "1", sourceLanguage: "fr")

  private func written(_ units: [TranslationUnit], _ characters: UnwritableCharacters = .refuse) throws -> String {
    let sink = MemorySink()
    var writer = try TMXWriter(header: header, sink: sink, characters: characters)
    for unit in units { try writer.write(unit) }
    try writer.finish()
    return sink.text
  }

  @Test func aUnitIsWrittenExactly() throws {
    let unit = TranslationUnit(
      attributes: [Attribute("tuid", "a\n\"b\"")],
      remarks: [.property(type: "x-k", value: "v"), .note("n<", attributes: [Attribute("xml:lang", "en")])],
      variants: [
        Variant(
          language: "FR_ca",
          content: [
            .text(" a &\r\n"), .code(name: "ph", attributes: [Attribute("x", "1")], content: []),
            .code(name: "hi", attributes: [], content: [.text("gras]]>")]),
          ]), Variant(language: "en", text: ""),
      ])
    let text = try written([unit])
    #expect(
      text.contains(
        """
        <tu tuid="a&#10;&quot;b&quot;">
        <prop type="x-k">v</prop>
        <note xml:lang="en">n&lt;</note>
        <tuv xml:lang="FR_ca"><seg> a &amp;&#13;
        <ph x="1"/><hi>gras]]&gt;</hi></seg></tuv>
        <tuv xml:lang="en"><seg></seg></tuv>
        </tu>

        """))
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n<header creationtool="))
    #expect(text.hasSuffix("</body>\n</tmx>\n"))
  }

  @Test func whatXMLCannotHoldIsRefusedByName() throws {
    let bad = TranslationUnit(
      attributes: [Attribute("tuid", "7")], variants: [Variant(language: "fr", text: "a\u{B}b")])
    let error = #expect(throws: FileError.self) { try written([bad]) }
    #expect(error?.message == "unit 1 (tuid '7'): U+000B cannot stand in XML; remove it, or have it replaced by U+FFFD")
    #expect(try written([bad], .replace).contains("<seg>a\u{FFFD}b</seg>"))
    for scalar: Unicode.Scalar in ["\u{0}", "\u{FFFE}", "\u{FFFF}", "\u{1F}"] {
      let unit = TranslationUnit(variants: [Variant(language: "fr", text: String(scalar))])
      #expect(throws: FileError.self) { try written([unit]) }
    }
    // Private use, C1 and the byte order mark are characters.
    let fine = TranslationUnit(variants: [Variant(language: "fr", text: "\u{E000}\u{85}\u{FEFF}\u{2028}")])
    #expect(try written([fine]).contains("<seg>\u{E000}\u{85}\u{FEFF}\u{2028}</seg>"))
  }

  @Test func aRefusedUnitLeavesNothing() throws {
    let sink = MemorySink()
    var writer = try TMXWriter(header: header, sink: sink)
    #expect(throws: FileError.self) {
      try writer.write(
        TranslationUnit(variants: [Variant(language: "fr", text: "x"), Variant(language: "en", text: "\u{1}")]))
    }
    try writer.finish()
    #expect(!sink.text.contains("<tu"))
  }

  @Test func aNameThatIsNoneIsRefused() {
    let unit = TranslationUnit(attributes: [Attribute("a b", "c")], variants: [])
    #expect(throws: FileError.self) { try written([unit]) }
  }
}
