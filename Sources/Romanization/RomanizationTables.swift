package import Bitext
package import Rules

/// The tables of all languages.
package struct RomanizationTables: Sendable {
  /// In order of language tag.
  package let tables: [RomanizationTable]
  private let byLanguage: [String: Int]

  /// One parsed file of `glossary/romanization/` a language.
  /// - Throws: `RulesErrors` with the faults of all files.
  package init(_ files: [RuleNode]) throws(RulesErrors) {
    var faults: [RulesError] = []
    var tables: [RomanizationTable] = []
    for file in files {
      do { tables.append(try RomanizationTable(file)) } catch { faults += error.faults }
    }
    tables.sort { $0.language < $1.language }
    var byLanguage: [String: Int] = [:]
    for (index, table) in tables.enumerated() {
      if byLanguage.updateValue(index, forKey: table.language.language) != nil {
        let place = table.rows.first?.position ?? SourcePosition(file: "")
        faults.append(RulesError("language '\(table.language)' has a table already; keep one file", at: place))
      }
    }
    if !faults.isEmpty { throw RulesErrors(faults) }
    self.tables = tables
    self.byLanguage = byLanguage
  }

  /// Tables of different languages.
  package init(_ tables: [RomanizationTable]) {
    self.tables = tables.sorted { $0.language < $1.language }
    byLanguage = Dictionary(
      self.tables.enumerated().map { ($1.language.language, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The table of a language, whatever its script and region.
  package subscript(language: LanguageTag) -> RomanizationTable? {
    byLanguage[language.language].map { tables[$0] }
  }

  /// The tables whose letters include every letter of `text`: the languages it could be written in. Latin-script
  /// tables count only where the text has a letter that English and French lack.
  package func candidates(for text: String) -> [RomanizationTable] {
    tables.filter { table in
      let letters = table.lowercased(text).unicodeScalars.filter(\.properties.isAlphabetic)
      return !letters.isEmpty && letters.allSatisfy(table.knows)
        && (table.script != "Latn" || letters.contains { $0.value > 0x7F })
    }
  }
}
