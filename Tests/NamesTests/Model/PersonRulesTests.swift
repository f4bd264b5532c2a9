import Rules
import TestSupport
import Testing

@testable import Names

@Suite struct PersonRulesTests {
  @Test(
    "examples are one person's names, or two persons'",
    arguments: [("persons", "parts", 13), ("equivalents", "equivalents", 4)])
  func examples(file: String, key: String, least: Int) throws {
    let matcher = NameMatcher(try ShippedModel.get())
    let node = try RuleNode(yaml: Checkout.text("glossary/names/\(file).yml"), file: "\(file).yml")
    let rows = node[key]?.items ?? []
    #expect(rows.count >= least)
    for example in rows.flatMap({ $0["examples"]?.items ?? [] }) {
      let (name, other) = (example["name"]?.text ?? "", example["other"]?.text ?? "")
      let isSame = example["same"]?.text != "no"
      let found = matcher.matchPersons(name, other)
      #expect((found.verdict == .same) == isSame, "\(example.position): \(name), \(other): \(found)")
    }
  }

  @Test func everyFaultIsTold() throws {
    let file = try RuleNode(
      yaml: """
        parts: [{id: p, why: w, role: boss, words: [x]}]
        near: [{id: n, why: w, cost: -1, pairs: [ab]}]
        """, file: "persons.yml")
    var faults: [RulesError] = []
    _ = PersonRules(file, &faults)
    #expect(
      faults.map(\.description) == [
        "persons.yml:1:9: error: role 'boss' is not known; write one of title, optional, kin, prefix, generation, "
          + "patronymic, common",
        "persons.yml:2:8: error: a cost is a number that is not below zero",
      ])
  }
}
