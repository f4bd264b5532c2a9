import Bitext
import Testing

@testable import Exchange
@testable import Files

@Suite struct TBXReaderTests {
  private func entries(_ text: String, validate: Bool = false) throws -> (entries: [ConceptEntry], findings: [String]) {
    let log = ConversionTests.Log()
    let context = ReadingContext(validates: validate) { finding, _ in log.findings.append(finding) }
    let reader = try TBXReader(
      PrefixedSource(MemorySource(Array(text.utf8), name: "a.tbx", chunk: 9)), context: context)
    var entries: [ConceptEntry] = []
    while let item = try reader.nextItem() { if case .entry(let entry) = item { entries.append(entry) } }
    return (entries, log.findings.map { "\($0.position?.description ?? "") \($0.check)" })
  }

  private let head =
    "<tbxHeader><fileDesc><sourceDesc><p>s</p></sourceDesc></fileDesc></tbxHeader>"

  private func version3(_ body: String, style: String = "dca", _ namespaces: String = "") -> String {
    """
    <tbx type="TBX-Basic" style="\(style)" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"\(namespaces)>\(head)
    <text><body>
    \(body)
    </body></text></tbx>
    """
  }

  @Test func theSameConceptInFourStyles() throws {
    let dca = version3(
      """
      <conceptEntry id="c1"><descrip type="subjectField">press</descrip><langSec xml:lang="fr"><termSec><term>mot</term>
      <termNote type="partOfSpeech">noun</termNote></termSec></langSec></conceptEntry>
      """)
    let dct = version3(
      """
      <conceptEntry id="c1"><min:subjectField>press</min:subjectField><langSec xml:lang="fr"><termSec><term>mot</term>
      <min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec></conceptEntry>
      """, style: "dct", " xmlns:min=\"http://www.tbxinfo.net/ns/min\"")
    let tig = """
      <martif type="TBX" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>s</p></sourceDesc></fileDesc></martifHeader><text><body>
      <termEntry id="c1"><descrip type="subjectField">press</descrip><langSet xml:lang="fr"><tig><term>mot</term>
      <termNote type="partOfSpeech">noun</termNote></tig></langSet></termEntry></body></text></martif>
      """
    let ntig = tig.replacing("<tig>", with: "<ntig><termGrp>").replacing("</tig>", with: "</termGrp></ntig>")
    for text in [dca, dct, tig, ntig] {
      let read = try entries(text)
      let entry = try #require(read.entries.first)
      #expect(entry.id == "c1" && entry.data.map(\.category) == ["subjectField"] && entry.data[0].value == "press")
      #expect(entry.languages.map(\.language) == ["fr"] && entry.languages[0].terms.map(\.text) == ["mot"])
      #expect(entry.languages[0].terms[0].value("partOfSpeech") == "noun")
      #expect(read.findings == [])
    }
  }

  @Test func groupsKeepWhatBelongsTogether() throws {
    let text = version3(
      """
      <conceptEntry id="c1"><descripGrp><descrip type="definition">d</descrip><admin type="source">s</admin></descripGrp>
      <transacGrp><transac type="transactionType">origination</transac><date>2020-02-30</date></transacGrp>
      <langSec xml:lang="fr"><termSec><term>mot</term></termSec></langSec></conceptEntry>
      """)
    let entry = try #require(try entries(text).entries.first)
    #expect(entry.data[0] == TermDatum("definition", "d", details: [TermDatum("source", "s")]))
    let copy = try ConversionTests.convert(text, named: "a.tbx", to: "tbx")
    #expect(copy.losses == ["detail date of transactionType: 1"])
    #expect(
      copy.text.contains(
        "<descripGrp><descrip type=\"definition\">d</descrip>\n<admin type=\"source\">s</admin>\n</descripGrp>"))
    #expect(try ConversionTests.convert(copy.text, named: "a.tbx", to: "tbx").text == copy.text)
  }

  @Test func whatCannotBeUsedIsLeftOutWithItsPlace() throws {
    let read = try entries(
      version3(
        """
        <conceptEntry id="c1"><langSec xml:lang="fr"><termSec><term> </term></termSec><termSec><term>a</term></termSec></langSec>
        <langSec><termSec><term>b</term></termSec></langSec></conceptEntry>
        <conceptEntry id="c1"><ref type="crossReference" target="c9">x</ref><langSec xml:lang="fr"><termSec><term>c</term></termSec></langSec></conceptEntry>
        """))
    #expect(read.entries.map { $0.languages.flatMap(\.terms).map(\.text) } == [["a"], ["c"]])
    #expect(
      read.findings == [
        "a.tbx:3:55 tbx-term-empty", "a.tbx:4:1 tbx-language-missing", "a.tbx:5:1 tbx-id-twice",
        "a.tbx:5:23 tbx-reference",
      ])
  }

  @Test func idsAndReferencesOfWhatIsWrittenHold() throws {
    let text = version3(
      """
      <conceptEntry id="c1"><ref type="crossReference" target="c9">x</ref><langSec xml:lang="fr"><termSec><term>a</term></termSec></langSec></conceptEntry>
      <conceptEntry id="c1"><langSec xml:lang="fr"><termSec><term>b</term></termSec></langSec></conceptEntry>
      """)
    let copy = try ConversionTests.convert(text, named: "a.tbx", to: "tbx")
    #expect(copy.text.contains("id=\"c1-2\"") && copy.text.contains("<refObject id=\"c9\">"))
  }

  @Test func aSoundVersionThreeFileHasNoFindings() throws {
    let good = version3(
      "<conceptEntry id=\"c1\"><langSec xml:lang=\"fr\"><termSec><term>a</term></termSec></langSec></conceptEntry>")
    #expect(try entries(good, validate: true).findings == [])
  }
}
