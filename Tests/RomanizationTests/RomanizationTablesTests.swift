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
        #expect(row.forms[.frenchPress] != nil && row.forms[.englishPress] != nil, "\(row.id)")
        #expect(row.id.hasPrefix(table.language.language + "."), "\(row.id)")
      }
    }
  }

  @Test func capitalsFollowTheOriginal() throws {
    let tables = try Tables.all()
    #expect(tables.romanize("НИКОЛ ПАШИНЯН", from: "ru", to: .englishPress) == "NIKOL PASHINYAN")
    #expect(tables.romanize("გიორგი კვირიკაშვილი", from: "ka", to: .englishPress) == "Giorgi Kvirikashvili")
    #expect(tables.romanize("Տեր-Պետրոսյան", from: "hy", to: .frenchPress) == "Ter-Petrossian")
  }

  @Test func whatATableDoesNotKnowHasNoAnswer() throws {
    let tables = try Tables.all()
    #expect(tables.romanize("Пашинян", from: "hy", to: .frenchPress) == nil)
    #expect(tables.romanize("Պաշինյան", from: "zu", to: .frenchPress) == nil)
    #expect(tables.romanize("", from: "hy", to: .frenchPress) == "")
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
    let error = #expect(throws: RulesErrors.self) { try RomanizationTables([node]) }
    #expect(error?.faults.count == 5, "\(error.map(\.description) ?? "")")
  }
}
