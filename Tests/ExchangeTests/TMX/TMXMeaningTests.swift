import Testing

@testable import Exchange
@testable import Files

@Suite struct TMXMeaningTests {
  private func findings(_ unit: String) throws -> [String] {
    let text = """
      <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" \
      srclang="fr" datatype="plaintext"/><body>\(unit)</body></tmx>
      """
    return try ConversionTests.convert(text, named: "a.tmx", to: "tmx", validate: true).findings.map(\.check)
  }

  private func pair(_ source: String, _ target: String = "x", _ attributes: String = "") -> String {
    "<tu\(attributes)><tuv xml:lang='fr'><seg>\(source)</seg></tuv><tuv xml:lang='en'><seg>\(target)</seg></tuv></tu>"
  }

  @Test func aGoodUnitHasNone() throws {
    #expect(
      try findings(pair("a<bpt i='1' x='1'/>b<ept i='1'/>", "<ph x='1'/>", " creationdate='20201110T120000Z'")) == [])
  }

  @Test(arguments: [
    ("a<bpt i='1'/>", "x", "", "tmx-code-pair"), ("<ept i='1'/>", "x", "", "tmx-code-pair"),
    ("<bpt i='1'/><bpt i='1'/><ept i='1'/>", "x", "", "tmx-code-twice"),
    ("<ph x='1'/>", "<ph x='2'/>", "", "tmx-code-match"),
    ("a", "x", " changedate='20201131T000000Z'", "tmx-date"), ("a", "x", " usagecount='often'", "tmx-count"),
  ])
  func whatDoesNotMeanWhatItShould(source: String, target: String, attributes: String, check: String) throws {
    #expect(try findings(pair(source, target, attributes)).contains(check))
  }
}
