import Bitext
import Testing

@testable import Exchange

/// `--strict`: what tools that check the document type accept.
@Suite struct TMXStrictnessTests {
  private static let odd = """
    <tmx version="1.4" xmlns:x="y"><header srclang="fr" x-own="1"><prop type="a" b="c">d</prop><x:y/></header><body>
    <tu tuid="1" id="2"><own>e</own><tuv xml:lang="fr" q="r"><prop type="p">v</prop><seg>a <g id="1">b</g> <bpt>c</bpt><ph x="1" id="2">d</ph></seg></tuv></tu>
    <tu tuid="3"></tu>
    </body></tmx>
    """

  @Test func whatTheDocumentTypeLacksIsListedAndTheTextStays() throws {
    let result = try ConversionTests.convert(Self.odd, named: "a.tmx", to: "tmx") { $0.isStrict = true }
    #expect(result.text.contains("<seg>a b <ph>c</ph><ph x=\"1\">d</ph></seg>"))
    #expect(
      Set(result.losses) == [
        "attribute xmlns:x of tmx: 1", "attribute x-own of header: 1", "attribute b of prop: 1", "element x:y: 1",
        "inline element g: 1", "pairing of inline element bpt: 1", "attribute id of ph: 1", "attribute q of tuv: 1",
        "attribute id of tu: 1", "element own: 1", "unit without a text: 1",
      ])
    #expect(result.text.contains("segtype=\"sentence\" o-tmf=\"unknown\" adminlang=\"en\""))
    #expect(try ConversionTests.convert(result.text, named: "a.tmx", to: "tmx", validate: true).findings == [])
  }

  @Test func withoutItEverythingIsKept() throws {
    let result = try ConversionTests.convert(Self.odd, named: "a.tmx", to: "tmx")
    for piece in ["x-own=\"1\"", "<x:y/>", "id=\"2\"", "<g id=\"1\">b</g>", "<bpt>c</bpt>", "<own>e</own>", "q=\"r\""] {
      #expect(result.text.contains(piece), "\(piece)")
    }
    #expect(result.losses == [])
  }
}
