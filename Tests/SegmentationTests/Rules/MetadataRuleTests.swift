import Bitext
import Rules
import Testing

@testable import Segmentation

@Suite struct MetadataRuleTests {
  private func end(_ text: String) throws -> Int? {
    let yaml = "id: x\nwhy: w\nkeys: [date, id]\nexamples: [\"Il part.\"]"
    var faults: [RulesError] = []
    let rule = MetadataRule(try RuleNode(yaml: yaml, file: "x.yml"), &faults)
    #expect(faults.isEmpty)
    var text = text
    return text.withUTF8 { rule.end(in: TextBytes($0), 0..<$0.count) }
  }

  @Test func keysWithValuesAtTheHeadAreNoSentence() throws {
    #expect(try end("date 2020-11 Il part.") == 12)
    #expect(try end("Date: 2020-11 id=4471 Il part.") == 21)
    #expect(try end("date: 2020-11 id: 4471 Il part.") == 22)
  }

  @Test func aSentenceThatBeginsWithAKeyStaysWhole() throws {
    #expect(try end("Date 2020 was set.") == nil)
    #expect(try end("Il part. date 2020-11") == nil)
    #expect(try end("") == nil)
  }
}
