import Romanization
import Rules
import Testing

@testable import Names

@Suite struct SpellingCostBuilderTests {
  @Test func everyPressIsPairedWithEveryOther() throws {
    let conventions = try RomanizationConventions(
      RuleNode(
        yaml: """
          systems:
            - {id: fr, kind: press, name: F, why: f}
            - {id: en, kind: press, name: E, why: e}
            - {id: de, kind: press, name: D, why: d}
          """, file: "conventions.yml"))
    var builder = SpellingCostBuilder(conventions)
    builder.add(
      RomanizationTable.Row(
        id: "ru.sh", from: "ш", when: .anywhere, forms: ["fr": ["ch"], "en": ["sh"], "de": ["sch"]], also: [], why: "w",
        position: .init(file: "")), number: 0)
    let pairs = Set(builder.entries.map { "\(builder.texts[Int($0.first)]) \(builder.texts[Int($0.second)])" })
    #expect(pairs == ["ch sh", "sh ch", "ch sch", "sch ch", "sh sch", "sch sh"])
  }
}
