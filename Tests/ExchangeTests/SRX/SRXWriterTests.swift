import Bitext
import Testing

@testable import Exchange
@testable import Files

@Suite struct SRXWriterTests {
  @Test func aCharacterThatXMLCannotHoldIsRefusedWithItsRule() {
    var rules = SRXRules()
    let place = SourcePosition(file: "a.srx", line: 3, column: 1)
    rules.languageRules = [
      .init(name: "x", rules: [SegmentationRule(breaks: false, before: "\u{1}", after: "", position: place)])
    ]
    let error = #expect(throws: FileError.self) { try SRXWriter.write(rules, to: MemorySink()) }
    #expect(error?.message.hasPrefix("rule at a.srx:3:1: U+0001") == true)
  }
}
