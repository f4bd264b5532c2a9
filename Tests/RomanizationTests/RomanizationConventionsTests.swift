import Rules
import Testing

@testable import Romanization

@Suite struct RomanizationConventionsTests {
  private func shipped() throws -> RomanizationConventions { try RomanizationConventions(Tables.conventions()) }

  @Test func systemsAreInTheOrderOfTheFile() throws {
    let conventions = try shipped()
    #expect(conventions.systems.map(\.label) == ["fr", "en", "bgn", "national"])
    #expect(conventions.presses == ["fr", "en"])
    #expect(conventions.press(of: "fr-CA") == "fr")
    #expect(conventions.press(of: "bgn") == nil)
    #expect(conventions.press(of: "de") == nil)
  }

  @Test func everyExampleOfASystemComesOut() throws {
    let tables = try Tables.all()
    var count = 0
    for system in try Tables.conventions()["systems"]?.items ?? [] {
      let id = try #require(system["id"]?.text.flatMap { RomanizationSystem($0) })
      for example in system["examples"]?.items ?? [] {
        let native = try #require(example["native"]?.text)
        let language = try #require(example["of"]?.text)
        #expect(tables.romanize(native, from: .init(stringLiteral: language), to: id) == example["gives"]?.text)
        count += 1
      }
      for example in (system["joints"]?.items ?? []).flatMap({ $0["examples"]?.items ?? [] }) {
        let language = try #require(example["of"]?.text)
        let table = try #require(tables[.init(stringLiteral: language)])
        let letters = Array(try #require(example["native"]?.text).unicodeScalars)
        #expect(table.readings(of: letters, to: id).first?.text == example["gives"]?.text)
        count += 1
      }
    }
    #expect(count >= 8)
  }

  @Test func aScriptThatIsNotNamedAsksForNothing() throws {
    let script = try shipped().script("Cyrl")
    #expect(!script.isCaseless && script.article.isEmpty && script.weak.isEmpty)
  }

  @Test func everyFaultIsNamedAtOnce() throws {
    let node = try RuleNode(
      yaml: """
        systems:
          - {id: fr, kind: journal, name: French, why: "One."}
          - {id: toolonganame, kind: press, name: Long, why: "Two."}
          - {id: en, kind: press, name: English}
        compared: [xx]
        """, file: "conventions.yml")
    let error = #expect(throws: RulesErrors.self) { try RomanizationConventions(node) }
    #expect(error?.faults.count == 4, "\(error.map(\.description) ?? "")")
  }
}
