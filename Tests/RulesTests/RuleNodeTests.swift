import Bitext
import Testing

@testable import Rules

@Suite struct RuleNodeTests {
  @Test func valuesKnowTheirPlace() throws {
    let node = try RuleNode(yaml: "id: fr.abbr\nforms: [M, MM]\n", file: "a.yml")
    #expect(node["id"]?.text == "fr.abbr")
    #expect(node["forms"]?.items?.compactMap(\.text) == ["M", "MM"])
    #expect(node["forms"]?.items?.last?.position == SourcePosition(file: "a.yml", line: 2, column: 12))
    #expect(node["none"] == nil)
  }

  @Test func everyScalarIsText() throws {
    let node = try RuleNode(yaml: "[no, 1.0, ~, 'x']", file: "a.yml")
    #expect(node.items?.compactMap(\.text) == ["no", "1.0", "~", "x"])
  }

  @Test func anEmptyFileIsAnEmptyTable() throws {
    #expect(try RuleNode(yaml: "", file: "a.yml").entries?.isEmpty == true)
  }

  @Test func malformedYAMLSaysWhere() {
    let error = #expect(throws: RulesErrors.self) { try RuleNode(yaml: "a: [1, 2\nb: 3\n", file: "a.yml") }
    #expect(error?.description.hasPrefix("a.yml:2:") == true)
  }

  @Test func aKeyMayNotStandTwice() {
    let error = #expect(throws: RulesErrors.self) { try RuleNode(yaml: "a: 1\na: 2\n", file: "a.yml") }
    #expect(error?.description.contains("key 'a' stands twice") == true)
  }

  @Test func aliasesCannotBlowUp() {
    var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for i in 1...9 {
      yaml += "a\(i): &a\(i) [" + Array(repeating: "*a\(i - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    let error = #expect(throws: RulesErrors.self) { try RuleNode(yaml: yaml, file: "a.yml") }
    #expect(error?.description.contains("more than a million values") == true)
  }
}
