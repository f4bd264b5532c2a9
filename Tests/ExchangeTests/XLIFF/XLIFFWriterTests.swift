import Bitext
import Testing

@testable import Exchange
@testable import Files

@Suite struct XLIFFWriterTests {
  private func written(_ units: [TranslationUnit], version: String) throws -> (text: String, losses: [String]) {
    let sink = MemorySink()
    var options = WritingOptions()
    options.xliffVersion = version
    let writer = XLIFFWriter(sink, options)
    try writer.write(
      .header(BitextHeader(TMXHeader(tool: "t", version: "1", sourceLanguage: "fr"), targetLanguage: "en")))
    for unit in units { try writer.write(.unit(unit)) }
    try writer.finish()
    return (sink.text, writer.losses.counts.map(\.name))
  }

  private func unit(_ id: String, _ remarks: [Remark] = []) -> TranslationUnit {
    TranslationUnit(
      attributes: [Attribute("tuid", id)],
      variants: [
        Variant(language: "fr", content: [.text("un")]),
        Variant(language: "en", remarks: remarks, content: [.text("one")]),
      ])
  }

  @Test(arguments: SegmentState.allCases) func aStateIsWrittenInTheWordsOfEachVersion(state: SegmentState) throws {
    let units = [unit("a", state.remarks())]
    #expect(try written(units, version: "1.2").text.contains("<target state=\"\(state.rawValue)\">one</target>"))
    #expect(try written(units, version: "2.0").text.contains("<segment state=\"\(state.version2)\">"))
  }

  @Test func aStateOfVersion2IsTranslatedForVersion1() throws {
    let text = try written([unit("a", [XLIFFProperty.remark("state", "reviewed")])], version: "1.2").text
    #expect(text.contains("state=\"signed-off\""))
  }

  @Test func anAttributeThatTheVersionDoesNotHaveStaysAProperty() throws {
    let remarks = [XLIFFProperty.remark("state", "nonsense")]
    let text = try written([unit("a", remarks)], version: "1.2").text
    #expect(text.contains("<target>one</target>") && text.contains("<prop prop-type=\"x-xliff-state\">nonsense</prop>"))
  }

  @Test func idsAreUniqueAndInVersion2NameTokens() throws {
    let units = [unit("a b"), unit("a b")]
    #expect(try written(units, version: "1.2").text.contains("<trans-unit id=\"a b-2\">"))
    let second = try written(units, version: "2.0")
    #expect(second.text.contains("<unit id=\"a_b\">") && second.text.contains("<unit id=\"a_b-2\">"))
    #expect(second.losses == ["spelling of id"])
  }

  @Test func aFileOfNoUnitsIsAFile() throws {
    #expect(try written([], version: "1.2").text.hasSuffix("<body>\n</body></file>\n</xliff>\n"))
    #expect(try written([], version: "2.0").text.contains("<unit id=\"1\"><segment><source/></segment></unit>"))
  }
}
