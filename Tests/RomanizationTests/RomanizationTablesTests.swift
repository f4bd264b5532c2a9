import Bitext
import Foundation
import Rules
import TestSupport
import Testing

@testable import Romanization

/// The tables of the checkout.
enum Tables {
  static let folder = Checkout.glossary.appending(path: "romanization")

  static func all() throws -> RomanizationTables {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "yml" }.sorted { $0.path < $1.path }
    return try RomanizationTables(
      files.map { try RuleNode(yaml: String(contentsOf: $0, encoding: .utf8), file: $0.lastPathComponent) })
  }
}

extension Tables {
  static func conventions() throws -> RuleNode {
    try RuleNode(
      yaml: String(contentsOf: folder.appending(path: "conventions.yml"), encoding: .utf8), file: "conventions.yml")
  }
}

@Suite struct RomanizationTablesTests {
  @Test func everyExampleOfEveryTableComesOut() throws {
    let tables = try Tables.all()
    #expect(tables.tables.count >= 5)
    for table in tables.tables {
      #expect(table.isUnvocalised || !table.examples.isEmpty, "\(table.language)")
      for example in table.examples {
        for (system, expected) in example.forms {
          let found = tables.romanize(example.native, from: table.language, to: system)
          #expect(found == expected, "\(example.position) \(example.native) \(system)")
        }
      }
    }
  }

  @Test func everyRowSaysWhyAndHasBothPressForms() throws {
    for table in try Tables.all().tables {
      for row in table.rows {
        #expect(!row.why.isEmpty, "\(row.id)")
        #expect(row.forms["fr"] != nil && row.forms["en"] != nil, "\(row.id)")
        #expect(row.id.hasPrefix(table.language.language + "."), "\(row.id)")
      }
    }
  }

  @Test func aColumnThatIsNoSystemIsAFault() throws {
    let node = try RuleNode(
      yaml: """
        language: xx
        script: Latn
        name: Test
        source: none
        vowels: a
        rows: [{id: xx.b, from: b, fr: [b], why: "b"}]
        """, file: "xx.yml")
    let error = #expect(throws: RulesErrors.self) { try RomanizationTables([node]) }
    #expect(error?.description.contains("unknown key 'fr'") == true)
    let tables = try RomanizationTables([try Tables.conventions(), node])
    #expect(tables.romanize("b", from: "xx", to: "fr") == "b")
  }

  @Test func aThirdPressNeedsOnlyItsColumn() throws {
    let conventions = try RuleNode(
      yaml: """
        systems:
          - {id: fr, kind: press, name: French, why: "One."}
          - {id: en, kind: press, name: English, why: "Two."}
          - {id: de, kind: press, name: German, why: "Three."}
        """, file: "conventions.yml")
    let table = try RuleNode(
      yaml: """
        language: ru
        script: Cyrl
        name: Russian
        source: none
        vowels: "а"
        rows:
          - {id: ru.sh, from: ш, fr: [ch], en: [sh], de: [sch], why: "sh"}
          - {id: ru.a, from: а, fr: [a], en: [a], de: [a], why: "a"}
        """, file: "ru.yml")
    let tables = try RomanizationTables([conventions, table])
    #expect(tables.conventions.presses == ["fr", "en", "de"])
    #expect(tables.romanize("Ша", from: "ru", to: "de") == "Scha")
  }

  @Test func theDotlessIIsALetterOfTurkish() throws {
    let tables = try Tables.all()
    #expect(try #require(tables["tr"]).lowercased("IŞIK İzmir") == "ışık izmir")
    #expect(try #require(tables["ru"]).lowercased("I") == "i")
  }

  @Test func capitalsFollowTheOriginal() throws {
    let tables = try Tables.all()
    #expect(tables.romanize("НИКОЛ ПАШИНЯН", from: "ru", to: "en") == "NIKOL PASHINYAN")
    #expect(tables.romanize("გიორგი კვირიკაშვილი", from: "ka", to: "en") == "Giorgi Kvirikashvili")
    #expect(tables.romanize("Տեր-Պետրոսյան", from: "hy", to: "fr") == "Ter-Petrossian")
  }

  @Test func whatATableDoesNotKnowHasNoAnswer() throws {
    let tables = try Tables.all()
    #expect(tables.romanize("Пашинян", from: "hy", to: "fr") == nil)
    #expect(tables.romanize("Պաշինյան", from: "zu", to: "fr") == nil)
    #expect(tables.romanize("", from: "hy", to: "fr") == "")
  }

  @Test func allFaultsOfAFileAreNamedAtOnce() throws {
    let node = try RuleNode(
      yaml: """
        language: xx
        script: Latn
        name: Test
        source: none
        vowels: a
        rows:
          - {id: xx.a, from: "", fr: [a], en: [a], why: "a"}
          - {id: xx.a, from: b, when: "sometimes", fr: [b], en: [b], why: "b"}
          - {id: xx.c, from: c, fr: [c], en: [c], wy: "c"}
        """, file: "xx.yml")
    let error = #expect(throws: RulesErrors.self) { try RomanizationTables([try Tables.conventions(), node]) }
    #expect(error?.faults.count == 5, "\(error.map(\.description) ?? "")")
  }
}
