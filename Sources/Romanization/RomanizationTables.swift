package import Bitext
package import Rules

/// The tables of all languages.
package struct RomanizationTables: Sendable {
  /// The systems of their columns, and what scripts ask for.
  package let conventions: RomanizationConventions
  /// In order of language tag.
  package let tables: [RomanizationTable]
  private let byLanguage: [String: Int]
  /// Latin letters that no press writes, of all languages.
  package let ownLetters: Set<Unicode.Scalar>
  /// Letters of the scripts that leave vowels out.
  package let unvocalised: Set<Unicode.Scalar>

  /// - Parameter files: those of `glossary/romanization/`, parsed: one a language, and the conventions, without which no
  ///   column is known.
  /// - Throws: `RulesErrors` with the faults of all files.
  package init(_ files: [RuleNode]) throws(RulesErrors) {
    var faults: [RulesError] = []
    var tables: [RomanizationTable] = []
    var conventions = RomanizationConventions.none
    if let file = files.first(where: RomanizationConventions.isConventions) {
      do { conventions = try RomanizationConventions(file) } catch { faults += error.faults }
    }
    for file in files where !RomanizationConventions.isConventions(file) {
      do { tables.append(try RomanizationTable(file, conventions)) } catch { faults += error.faults }
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
    self.conventions = conventions
    ownLetters = Self.ownLetters(tables)
    unvocalised = Self.unvocalised(tables)
  }

  /// Tables of different languages.
  package init(_ tables: [RomanizationTable], _ conventions: RomanizationConventions) {
    self.conventions = conventions
    self.tables = tables.sorted { $0.language < $1.language }
    byLanguage = Dictionary(
      self.tables.enumerated().map { ($1.language.language, $0) }, uniquingKeysWith: { first, _ in first })
    ownLetters = Self.ownLetters(tables)
    unvocalised = Self.unvocalised(tables)
  }

  private static func ownLetters(_ tables: [RomanizationTable]) -> Set<Unicode.Scalar> {
    tables.reduce(into: []) { $0.formUnion($1.ownLetters) }
  }

  private static func unvocalised(_ tables: [RomanizationTable]) -> Set<Unicode.Scalar> {
    tables.filter(\.isUnvocalised).reduce(into: []) { $0.formUnion($1.firstLetters) }
  }

  /// The table of a language, whatever its script and region.
  package subscript(language: LanguageTag) -> RomanizationTable? {
    byLanguage[language.language].map { tables[$0] }
  }

  /// The tables whose letters include every letter of `text`: the languages it could be written in. Latin-script
  /// tables count only where the text has a letter outside ASCII, which every press has.
  package func candidates(for text: String) -> [RomanizationTable] {
    tables.filter { table in
      let letters = table.lowercased(text).unicodeScalars.filter(\.properties.isAlphabetic)
      return !letters.isEmpty && letters.allSatisfy(table.knows)
        && (!table.isLatin || letters.contains { !$0.isASCII })
    }
  }
}
