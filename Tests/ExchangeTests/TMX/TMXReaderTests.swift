import Bitext
import Testing

@testable import Exchange
@testable import Files

@Suite struct TMXReaderTests {
  private func document(_ body: String, version: String = "1.4") -> String {
    """
    <?xml version="1.0"?>
    <tmx version="\(version)"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"
      srclang="fr" datatype="plaintext"><note>n</note><ude name="u"><map unicode="x41"/></ude></header>
    <body>
    \(body)
    </body></tmx>
    """
  }

  private final class Levels { var ids: [String] = [] }

  private final class Log {
    var findings: [Finding] = []
  }

  private func read(
    _ bytes: [UInt8], salvage: Bool = false, validate: Bool = false, chunk: Int = 1 << 16
  ) throws -> (units: [TranslationUnit], header: TMXHeader, findings: [Finding]) {
    let log = Log()
    let context = ReadingContext(salvages: salvage, validates: validate) { finding, _ in log.findings.append(finding) }
    let reader = try TMXReader(MemorySource(bytes, name: "a.tmx", chunk: chunk), context: context)
    var units: [TranslationUnit] = []
    while let unit = try reader.next() { units.append(unit) }
    return (units, reader.header, log.findings)
  }

  private func written(_ read: (units: [TranslationUnit], header: TMXHeader, findings: [Finding])) throws -> [UInt8] {
    let sink = MemorySink()
    var writer = try TMXWriter(header: read.header, sink: sink)
    for unit in read.units { try writer.write(unit) }
    try writer.finish()
    return sink.bytes
  }

  @Test func everythingIsKeptAsItStands() throws {
    let text = document(
      """
      <tu tuid="1" x-own="é&#10;"><prop type="a"> v </prop><note lang="fr">n</note><foo a="b">c<d/></foo>
        <tuv xml:lang="FR_ca" changeid="me"><prop type="b"/><seg> a<bpt i="1">&lt;b></bpt>b<!-- x -->c<ept i="1"/>
      <g id="2">d<ph/></g>&#13;e </seg></tuv>
        <tuv lang="en"><seg/></tuv></tu>
      """)
    let read = try read(Array(text.utf8))
    #expect(read.findings.isEmpty)
    #expect(read.header.remarks.count == 2 && read.header.sourceLanguage == "fr")
    let unit = try #require(read.units.first)
    #expect(unit.attributes == [Attribute("tuid", "1"), Attribute("x-own", "é\n")])
    #expect(
      unit.remarks == [
        .property(type: "a", value: " v "), .note("n", attributes: [Attribute("lang", "fr")]),
        .element(
          name: "foo", attributes: [Attribute("a", "b")],
          content: [.text("c"), .code(name: "d", attributes: [], content: [])]),
      ])
    let variant = unit.variants[0]
    #expect(variant.language == "FR_ca" && variant.attributes == [Attribute("changeid", "me")])
    #expect(variant.plainText == " abc\nd\re ")
    #expect(unit.variants[1].language == "en" && unit.variants[1].content.isEmpty)
    let once = try written(read)
    #expect(try written(self.read(once)) == once)
    #expect(try self.read(once).units == read.units)
  }

  @Test func encodingsAndMarks() throws {
    let text = document("<tu><tuv xml:lang='fr'><seg>Grüße 你好 🙂</seg></tuv></tu>")
    let little: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    let unmarked = Array(little.dropFirst(2))
    for bytes in [little, big, unmarked, [0xEF, 0xBB, 0xBF] + Array(text.utf8)] {
      #expect(try read(bytes, chunk: 3).units.first?.variants.first?.plainText == "Grüße 你好 🙂")
    }
    let latin = document("<tu><tuv xml:lang='fr'><seg>caf#</seg></tuv></tu>")
      .replacing("version=\"1.0\"", with: "version=\"1.0\" encoding=\"windows-1252\"")
    let bytes = latin.utf8.map { $0 == UInt8(ascii: "#") ? 0x80 : $0 }
    #expect(try read(bytes).units.first?.variants.first?.plainText == "caf€")
  }

  @Test(arguments: ["klingon-8", "UTF-7", "UTF-16"]) func encodingsThatAreNotReadAreNamed(name: String) {
    let text = "<?xml version=\"1.0\" encoding=\"\(name)\"?><tmx/>"
    let error = #expect(throws: FileError.self) { try read(Array(text.utf8)) }
    #expect(error?.position == SourcePosition(file: "a.tmx", line: 1, column: 31))
    #expect(error?.reason == .encoding && error?.message.contains(name) == true)
  }

  @Test func whatCannotBeUsedIsLeftOutWithItsPlace() throws {
    let read = try read(
      Array(
        document(
          """
          <tu><tuv><seg>a</seg></tuv></tu>
          <tu><tuv xml:lang="fr">a</tuv></tu>
          stray <tu><tuv xml:lang="fr"><seg>kept</seg></tuv></tu>
          """
        ).utf8))
    #expect(read.units.map { $0.variants.map(\.plainText) } == [["kept"]])
    #expect(
      read.findings.map { "\($0.position?.description ?? "") \($0.check) \($0.effect)" } == [
        "a.tmx:5:5 tmx-unusable dropped", "a.tmx:6:5 tmx-unusable dropped", "a.tmx:7:1 tmx-stray-text kept",
      ])
  }

  @Test func theFirstErrorEndsAStrictReadingAndSaysWhatStandsBefore() {
    let text = document(
      """
      <tu><tuv xml:lang="fr"><seg>a</seg></tuv></tu>
      <tu><tuv xml:lang="fr"><seg>b & c</seg></tuv></tu>
      """)
    let error = #expect(throws: FileError.self) { try read(Array(text.utf8)) }
    #expect(
      error?.description
        == "a.tmx:6:31: error: '&' that starts no reference; write '&amp;' (1 complete unit stands before it)"
    )
  }

  @Test func aSalvageKeepsCompleteUnitsAndListsTheOthers() throws {
    let text = document(
      """
      <tu><tuv xml:lang="fr"><seg>a</seg></tuv></tu>
      <tu><tuv xml:lang="fr"><seg>b & c</seg></tuv></tu>
      <tu><tuv xml:lang="fr"><seg>d &#1; e</seg></tuv></tu>
      <tu><tuv xml:lang="fr"><seg>f</tuv></tu>
      <tu><tuv xml:lang="fr"><seg>g</seg></tuv></tu>
      """)
    let whole = try read(Array(text.utf8), salvage: true)
    #expect(whole.units.map { $0.variants[0].plainText } == ["a", "d \u{FFFD} e", "g"])
    #expect(whole.findings.map(\.effect) == [.dropped, .repaired, .dropped])
    #expect(whole.findings.map(\.position?.line) == [6, 7, 8])
    let cut = try read(Array(text.utf8.prefix(text.utf8.count - 40)), salvage: true)
    #expect(cut.units.count == 2)
  }

  @Test func anotherRootIsNamed() {
    let error = #expect(throws: FileError.self) { try read(Array("<xliff version='1.2'/>".utf8)) }
    #expect(error?.message.hasPrefix("the root is <xliff>, not <tmx>; this is XLIFF") == true)
  }

  @Test func validationFindsStructureAndMeaning() throws {
    let text = document(
      """
      <tu creationdate="2020-01-01"><tuv xml:lang="de_DE"><seg><g>a</g><bpt i="1"/><bpt i="1"/></seg></tuv><prop type="x"/></tu>
      """, version: "1.5")
    let log = Levels()
    let context = ReadingContext(validates: true) { log.ids.append("\($1) \($0.check)") }
    let reader = try TMXReader(MemorySource(Array(text.utf8), name: "a.tmx"), context: context)
    while try reader.next() != nil {}
    #expect(
      log.ids == [
        "schema tmx-version", "schema tmx-element", "schema tmx-place", "meaning tmx-date",
        "meaning tmx-source-missing", "meaning tmx-language",
      ])
  }

  @Test func aValidMemoryHasNoFindings() throws {
    let text = document(
      """
      <tu tuid="1" creationdate="20240229T235959Z"><tuv xml:lang="fr"><seg>a<bpt i="1"/>b<ept i="1"/></seg></tuv>
      <tuv xml:lang="en-GB"><seg>c</seg></tuv></tu>
      """)
    #expect(try read(Array(text.utf8), validate: true).findings == [])
  }
}
