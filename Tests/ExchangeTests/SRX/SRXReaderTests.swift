import Bitext
import Testing

@testable import Exchange
@testable import Files

@Suite struct SRXReaderTests {
  private func document(_ rule: String, version: String = "2.0", cascade: String = "yes") -> String {
    """
    <srx version="\(version)" xmlns="http://www.lisa.org/srx20"><header segmentsubflows="yes" cascade="\(cascade)">
    <formathandle type="end" include="yes"/></header><body>
    <languagerules><languagerule languagerulename="French"><rule break="no"><beforebreak>\\bM\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
    </languagerule><languagerule languagerulename="Default">\(rule)</languagerule></languagerules>
    <maprules><languagemap languagepattern="FR.*" languagerulename="French"/><languagemap languagepattern=".*" languagerulename="Default"/></maprules>
    </body></srx>
    """
  }

  private func read(_ text: String) throws -> SRXRules {
    try SRXReader(MemorySource(Array(text.utf8), name: "a.srx")).rules
  }

  private let rule = "<rule><beforebreak>[.!?]</beforebreak></rule>"

  @Test func rulesAreFoundWhateverTheCase() throws {
    let rules = try read(document(rule))
    #expect(rules.rules(for: "fr-CA").map(\.before) == ["\\bM\\.", "[.!?]"])
    #expect(rules.rules(for: "fr-CA").map(\.breaks) == [false, true])
    #expect(rules.rules(for: "en").map(\.before) == ["[.!?]"])
    #expect(rules.rules(for: "fr").first?.position.line == 3)
  }

  @Test func withoutCascadeTheFirstMapCounts() throws {
    #expect(try read(document(rule, cascade: "no")).rules(for: "fr").count == 1)
    #expect(try read(document(rule, version: "1.0")).rules(for: "fr").count == 1)
  }

  @Test func whatIsWrittenReadsTheSame() throws {
    let once = try ConversionTests.convert(document(rule), named: "a.srx", to: "srx")
    #expect(try ConversionTests.convert(once.text, named: "a.srx", to: "srx").text == once.text)
    let rules = try read(once.text)
    #expect(rules.rules(for: "FR").map(\.after) == ["\\s", ""])
    #expect(rules.formatHandling == [.init(type: "end", isIncluded: true)])
  }

  @Test func aMalformedPatternIsRefusedInItsPlace() {
    let error = #expect(throws: FileError.self) {
      try read(document("<rule>\n<beforebreak>[a</beforebreak></rule>"))
    }
    #expect(error?.position.line == 5 && error?.message.contains("<beforebreak> of rule 1 of 'Default'") == true)
  }

  @Test func deepPatternsAreRefused() {
    let deep = String(repeating: "(", count: 300) + String(repeating: ")", count: 300)
    let error = #expect(throws: FileError.self) {
      try read(document("<rule><beforebreak>\(deep)</beforebreak></rule>"))
    }
    #expect(error?.reason == .limit(.patternDepth))
  }
}
