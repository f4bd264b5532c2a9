import Bitext
import Testing

@testable import Exchange
@testable import Files

@Suite struct XLIFFReaderTests {
  private func units(_ text: String, validate: Bool = false) throws -> (units: [TranslationUnit], findings: [String]) {
    let log = ConversionTests.Log()
    let context = ReadingContext(validates: validate) { finding, _ in log.findings.append(finding) }
    let reader = try XLIFFReader(
      PrefixedSource(MemorySource(Array(text.utf8), name: "a.xlf", chunk: 5)), context: context)
    var units: [TranslationUnit] = []
    while let item = try reader.nextItem() { if case .unit(let unit) = item { units.append(unit) } }
    return (units, log.findings.map { "\($0.position?.description ?? "") \($0.check)" })
  }

  private func document1(_ body: String, target: String = " target-language=\"en\"") -> String {
    """
    <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
    <file original="a.txt" source-language="fr"\(target) datatype="plaintext"><body>
    \(body)
    </body></file></xliff>
    """
  }

  private func document2(_ body: String) -> String {
    """
    <xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="fr" trgLang="en"><file id="f">
    \(body)
    </file></xliff>
    """
  }

  @Test func segmentsOfVersion1ArePairedByTheirMarks() throws {
    let read = try units(
      document1(
        """
        <trans-unit id="7" approved="yes"><source>Un. Deux.</source>
        <seg-source><mrk mtype="seg" mid="1">Un.</mrk> <mrk mtype="seg" mid="2"><g id="1">Deux.</g></mrk></seg-source>
        <target state="translated"><mrk mtype="seg" mid="2"><g id="1">Two.</g></mrk> <mrk mtype="seg" mid="1">One.</mrk></target>
        <note>n</note></trans-unit>
        """))
    #expect(read.units.map { $0.variants.map(\.plainText) } == [["Un.", "One."], ["Deux.", "Two."]])
    #expect(read.units.map { $0.attributes[0].value } == ["7_1", "7_2"])
    #expect(read.units[0].remarks.contains(.note("n")) && !read.units[1].remarks.contains(.note("n")))
    #expect(read.units[0].remarks.contains(.property(type: "x-xliff-approved", value: "yes")))
    #expect(read.units[1].variants[1].remarks == [.property(type: "x-xliff-state", value: "translated")])
  }

  @Test func segmentsOfVersion2CarryTheirStatesAndCodes() throws {
    let read = try units(
      document2(
        """
        <unit id="u"><notes><note>n</note></notes><originalData><data id="d1">&lt;br/></data></originalData>
        <segment id="s1" state="final"><source>a<ph id="1" dataRef="d1"/></source><target>A<ph id="1" dataRef="d1"/></target></segment>
        <ignorable><source> </source></ignorable>
        <segment><source>b <cp hex="0001"/></source></segment></unit>
        """))
    #expect(read.units.map { $0.variants.map(\.plainText) } == [["a", "A"], ["b "]])
    #expect(read.units[0].variants[1].remarks == [.property(type: "x-xliff-state", value: "final")])
    #expect(
      read.units[0].variants[0].content.last
        == .code(name: "ph", attributes: [Attribute("id", "1"), Attribute("dataRef", "d1")], content: [.text("<br/>")]))
  }

  @Test func anUnknownTargetLanguageIsRefusedAtTheFile() {
    let text = document1("<trans-unit id=\"1\"><source>a</source><target>b</target></trans-unit>", target: "")
    let error = #expect(throws: FileError.self) { try units(text) }
    #expect(error?.position == SourcePosition(file: "a.xlf", line: 2, column: 1))
    #expect(error?.reason == .languageMissing)
  }

  @Test func oddThingsAreKeptAndTold() throws {
    let read = try units(
      document1(
        """
        <trans-unit id="1"><source>a</source><target state="singed-off">b</target></trans-unit>
        <trans-unit id="1"><source>c</source></trans-unit>
        """))
    #expect(read.units.count == 2)
    #expect(read.findings == ["a.xlf:3:38 xliff-state", "a.xlf:4:1 xliff-id-twice"])
    let dangling = try units(
      document2("<unit id=\"1\"><segment><source><ph id=\"1\" dataRef=\"x\"/></source></segment></unit>"))
    #expect(dangling.findings == ["a.xlf:2:31 xliff-data"])
  }

  @Test func aCopyKeepsWhatTheReaderDoesNotUse() throws {
    let text = document1(
      """
      <group id="g" xmlns:m="urn:m" m:own="1"><trans-unit id="1" bogus="x"><source>a</source><alt-trans><target>b</target></alt-trans><m:any><m:thing/></m:any></trans-unit></group>
      """)
    let copy = try ConversionTests.convert(text, named: "a.xlf", to: "xliff")
    #expect(copy.losses == ["attribute bogus of trans-unit: 1"])
    #expect(copy.text.contains("<alt-trans><target>b</target></alt-trans><m:any><m:thing/></m:any>"))
    #expect(copy.text.contains("m:own=\"1\""))
    let rebuilt = try ConversionTests.convert(text, named: "a.xlf", to: "xliff") { $0.xliffVersion = "2.0" }
    #expect(rebuilt.losses.contains("element alt-trans: 1") && rebuilt.losses.contains("element m:any: 1"))
  }

  @Test func validationHasBothLevels() throws {
    let read = try units(
      document2("<unit id=\"1\"><segment state=\"done\"><target>b</target></segment></unit>"), validate: true)
    #expect(read.findings.contains("a.xlf:2:1 xliff-state") || read.findings.contains("a.xlf:2:14 xliff-state"))
    #expect(
      read.findings.contains { $0.hasSuffix("xliff-missing") } && read.findings.contains { $0.hasSuffix("xliff-value") }
    )
  }
}
