import Bitext
import Testing

@testable import Exchange

/// Termbases that were read are written as TBX-Basic, with what stands round the entries too.
@Suite struct TBXWriterTests {
  private static let base = """
    <?xml version="1.0"?>
    <tbx type="TBX-Basic" style="dca" xml:lang="fr" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader><fileDesc>
    <titleStmt><title>Cols et tunnels</title><note>brouillon</note></titleStmt><publicationStmt><p>Erevan</p></publicationStmt>
    <sourceDesc xml:lang="fr"><p>relevé à la main</p></sourceDesc></fileDesc>
    <revisionDesc><change><p>mai</p></change></revisionDesc></tbxHeader><text><body>
    <conceptEntry id="col"><descripGrp><descrip type="definition">passage</descrip><admin type="source">carte</admin></descripGrp>
    <transacGrp><transac type="transactionType">origination</transac>
    <transacNote type="responsibility" target="p1">Anna</transacNote><date>2024-05-01</date></transacGrp>
    <langSec xml:lang="fr"><termSec><term>col</term><termNote type="partOfSpeech">noun</termNote>
    <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termSec></langSec>
    <langSec xml:lang="en"><termSec><term>pass</term><xref type="externalCrossReference" target="https://a.example/x">a map</xref>
    <xref type="externalCrossReference" target="a.example">another</xref></termSec></langSec></conceptEntry>
    </body><back><refObjectSec type="respPerson"><refObject id="p1"><item type="fn">Anna</item></refObject></refObjectSec></back>
    </text></tbx>
    """

  @Test func whatStandsRoundTheEntriesIsKept() throws {
    let result = try ConversionTests.convert(Self.base, named: "a.tbx", to: "tbx")
    for piece in [
      "<titleStmt><title>Cols et tunnels</title><note>brouillon</note></titleStmt>",
      "<publicationStmt><p>Erevan</p></publicationStmt><sourceDesc xml:lang=\"fr\"><p>relevé à la main</p></sourceDesc>",
      "<revisionDesc><change><p>mai</p></change></revisionDesc>",
      "<refObjectSec type=\"respPerson\"><refObject id=\"p1\"><item type=\"fn\">Anna</item></refObject></refObjectSec>",
      "<transacNote type=\"responsibility\" target=\"p1\">Anna</transacNote>",
    ] {
      #expect(result.text.contains(piece), "\(piece)")
    }
    #expect(result.findings == [])
    #expect(try ConversionTests.convert(result.text, named: "a.tbx", to: "tbx").text == result.text)
  }

  @Test func aReferenceThatIsNoWebAddressBecomesANote() throws {
    let result = try ConversionTests.convert(Self.base, named: "a.tbx", to: "tbx")
    #expect(result.text.contains("<xref type=\"externalCrossReference\" target=\"https://a.example/x\">a map</xref>"))
    #expect(result.text.contains("<note>another: a.example</note>"))
    #expect(result.losses == ["data category externalCrossReference: 1"])
  }

  @Test func theOlderVersionHasItsOwnNames() throws {
    let result = try ConversionTests.convert(Self.base, named: "a.tbx", to: "tbx") { $0.tbxVersion = "2" }
    for piece in [
      "<martif type=\"TBX-Basic\" xml:lang=\"fr\">", "<p type=\"XCSURI\">TBXBasicXCSV02.xcs</p>",
      "<termEntry id=\"col\">",
      "<langSet xml:lang=\"en\">", "<tig>\n<term>pass</term>", "<refObjectList type=\"respPerson\">",
      "</text>\n</martif>\n",
    ] {
      #expect(result.text.contains(piece), "\(piece)")
    }
    // What it holds comes back as it was.
    let back = try ConversionTests.convert(result.text, named: "a.tbx", to: "tbx")
    #expect(back.text == (try ConversionTests.convert(Self.base, named: "a.tbx", to: "tbx").text))
  }

  @Test func anEntryWithoutATermIsCounted() throws {
    let table = "concept,lang,term,status,kind,note\na,fr,mot,preferred,term,\n"
    let tmx =
      "<tmx version='1.4'><header srclang='fr'/><body><tu><tuv xml:lang='fr'><seg> </seg></tuv></tu></body></tmx>"
    let empty = try ConversionTests.convert(tmx, named: "a.tmx", to: "tbx").losses
    #expect(empty.contains("concept without a term: 1"))
    #expect(empty.contains("validity: TBX asks for at least one concept: 1"))
    #expect(try ConversionTests.convert(table, named: "a.csv", to: "tbx").losses == [])
  }
}
