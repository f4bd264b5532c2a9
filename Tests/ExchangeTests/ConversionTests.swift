import Bitext
import Testing

@testable import Exchange
@testable import Files

/// Conversions as a user sees them: text in, text out, losses by name.
@Suite struct ConversionTests {
  final class Log { var findings: [Finding] = [] }

  struct Result {
    let text: String
    let losses: [String]
    let findings: [Finding]
  }

  static func convert(
    _ text: String, named name: String, to output: String, validate: Bool = false, salvage: Bool = false,
    _ change: (inout WritingOptions) -> Void = { _ in }
  ) throws -> Result {
    let log = Log()
    let context = ReadingContext(salvages: salvage, validates: validate, source: "fr", target: "en") {
      finding, _ in log.findings.append(finding)
    }
    var options = WritingOptions()
    change(&options)
    let sink = MemorySink()
    let format = try #require(ExchangeFormats.named(output))
    let report = try Conversion.run(
      from: MemorySource(Array(text.utf8), name: name, chunk: 7), to: sink, as: format, options: options,
      context: context)
    return Result(text: sink.text, losses: report.losses.map { "\($0.name): \($0.count)" }, findings: log.findings)
  }

  private let tmx = """
    <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" \
    srclang="fr" datatype="plaintext"/><body>
    <tu tuid="a" changeid="me"><note>n</note><prop type="x-domain">press</prop><tuv xml:lang="fr"><seg>Le <bpt i="1">&lt;b></bpt>gras<ept i="1">&lt;/b></ept>.</seg></tuv><tuv xml:lang="en"><seg>Bold<ph x="2"/>.</seg></tuv><tuv xml:lang="de"><seg>x</seg></tuv></tu>
    </body></tmx>
    """

  @Test func whatPairsCannotHoldIsListed() throws {
    let result = try Self.convert(tmx, named: "a.tmx", to: "tsv")
    #expect(result.text == "Le gras.\tBold.\tn\n")
    #expect(
      result.losses == [
        "side in de: 1", "attribute tuid: 1", "attribute changeid: 1", "property x-domain: 1", "inline code bpt: 1",
        "inline code ept: 1", "inline code ph: 1",
      ])
  }

  @Test(arguments: ["1.2", "2.0"]) func aMemoryComesBackFromXLIFF(version: String) throws {
    let xliff = try Self.convert(tmx, named: "a.tmx", to: "xliff") { $0.xliffVersion = version }
    #expect(xliff.losses == ["side in de: 1"])
    let back = try Self.convert(xliff.text, named: "a.xlf", to: "tmx")
    #expect(back.losses == [])
    #expect(back.text.contains("<note>n</note>") && back.text.contains("<prop type=\"x-domain\">press</prop>"))
    #expect(back.text.contains("tuid=\"a\" changeid=\"me\""))
    #expect(back.text.contains("&lt;b&gt;</bpt>gras<ept i=\"1\">&lt;/b&gt;</ept>."))
    #expect(try Self.convert(xliff.text, named: "a.xlf", to: "xliff").text == xliff.text)
  }

  @Test func aGlossaryComesBackFromTBX() throws {
    let table = """
      concept,lang,term,status,kind,note,pos,number,from,relations
      town,fr,ville,preferred,place,"large, old",noun,singular,1900,same-place:other
      town,en,town,forbidden,place,,,,,
      other,fr,bourg,admitted,term,,,,,

      """
    let tbx = try Self.convert(table, named: "a.csv", to: "tbx")
    #expect(tbx.losses == [])
    #expect(tbx.text.contains("<termNote type=\"administrativeStatus\">deprecatedTerm-admn-sts</termNote>"))
    #expect(tbx.text.contains("<note>corridor:statusForbidden=forbidden</note>"))
    let back = try Self.convert(tbx.text, named: "a.tbx", to: "csv")
    #expect(back.text == table && back.losses == [])
    #expect(back.findings == [])
  }

  @Test func aGlossaryBecomesRowsForOmegaTAndUTX() throws {
    let table = """
      concept,lang,term,status,kind,note
      a,fr,mot,preferred,term,
      a,en,word,preferred,term,said
      a,en,term,admitted,term,
      b,fr,seul,preferred,term,

      """
    let omegat = try Self.convert(table, named: "a.csv", to: "omegat")
    #expect(omegat.text == "mot\tword\tsaid\nmot\tterm\n")
    #expect(omegat.losses.contains("concept without both languages: 1"))
    let utx = try Self.convert(table, named: "a.csv", to: "utx")
    #expect(
      utx.text
        == "#UTX 1.20; fr/en\r\n#src\ttgt\tsrc:pos\ttgt:pos\tterm status\tconcept ID\tcomment\r\nmot\tword\t\t\tapproved\ta\tsaid\r\nmot\tterm\t\t\tprovisional\ta\r\n"
    )
    #expect(try Self.convert(utx.text, named: "a.utx", to: "utx").text == utx.text)
  }

  @Test func theFormatIsFoundByContentBeforeItsName() throws {
    #expect(try Self.convert(tmx, named: "a.txt", to: "text").text == "Le gras.\n")
    #expect(try Self.convert("a\tb\n", named: "a.txt", to: "tsv").text == "a\tb\n")
    #expect(throws: FileError.self) { try Self.convert("?", named: "a.xyz", to: "tmx") }
  }

  @Test func rulesAndTextsAreKeptApart() {
    let srx = "<srx version='2.0'><header segmentsubflows='yes' cascade='yes'/><body/></srx>"
    let error = #expect(throws: FileError.self) { try Self.convert(srx, named: "a.srx", to: "tmx") }
    #expect(error?.reason == .unsupported)
  }
}
