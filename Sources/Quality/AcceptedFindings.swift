package import Bitext
internal import Linguistics
package import Rules

/// Findings that a person has looked at and let stand: they are silent from then on.
///
/// A table (CSV) with the columns `check,lang,surface,expected,why`. An empty cell of `check`, `lang` or `expected` means any.
/// Spellings are compared without case, but with their accents.
package struct AcceptedFindings: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    /// "name-variant"; empty for any check.
    package let check: String
    /// Language of the text; empty for any.
    package let language: String
    package let surface: String
    /// What the finding wanted instead; empty for anything.
    package let expected: String
    package let why: String

    package init(check: String = "", language: String = "", surface: String, expected: String = "", why: String = "") {
      self.check = check
      self.language = language
      self.surface = surface
      self.expected = expected
      self.why = why
    }
  }

  package private(set) var entries: [Entry] = []
  private var bySurface: [String: [Int]] = [:]

  /// Nothing accepted.
  package init() {}

  /// - Throws: `RulesErrors` where columns are missing or a row has no spelling, with line and column.
  package init(text: String, file: String) throws(RulesErrors) {
    var rows = DelimitedRows(text, file: file)
    guard let head = try rows.next() else { return }
    var columns: [String: Int] = [:]
    for (index, field) in head.enumerated() { columns[field.text] = index }
    var faults: [RulesError] = []
    guard let surface = columns["surface"] else {
      throw RulesErrors([RulesError("column 'surface' is missing; add it", at: head[0].position)])
    }
    while let row = try rows.next() {
      func field(_ name: String) -> String { columns[name].flatMap { $0 < row.count ? row[$0].text : nil } ?? "" }
      guard surface < row.count, !row[surface].text.isEmpty else {
        faults.append(RulesError("no spelling is accepted here; fill 'surface' or delete the row", at: row[0].position))
        continue
      }
      add(
        Entry(
          check: field("check"), language: field("lang"), surface: field("surface"), expected: field("expected"),
          why: field("why")))
    }
    if !faults.isEmpty { throw RulesErrors(faults) }
  }

  /// Whether a finding in a text of a language was accepted.
  package func contains(_ finding: Finding, language: LanguageTag) -> Bool {
    (bySurface[Folding.caseKey(finding.surface)] ?? []).contains { index in
      let entry = entries[index]
      return (entry.check.isEmpty || entry.check == finding.check)
        && (entry.language.isEmpty || LanguageTag(entry.language)?.sameLanguage(as: language) == true)
        && (entry.expected.isEmpty
          || finding.suggestions.contains { Folding.caseKey($0) == Folding.caseKey(entry.expected) })
    }
  }

  /// Accepts a finding; false where it was accepted before.
  package mutating func add(_ finding: Finding, language: LanguageTag, why: String = "") -> Bool {
    if contains(finding, language: language) { return false }
    add(
      Entry(
        check: finding.check, language: language.language, surface: finding.surface,
        expected: finding.suggestions.first ?? "", why: why))
    return true
  }

  package mutating func add(_ entry: Entry) {
    bySurface[Folding.caseKey(entry.surface), default: []].append(entries.count)
    entries.append(entry)
  }

  /// The table, as `init(text:file:)` reads it.
  package var text: String {
    func cell(_ text: String) -> String {
      text.contains { ",\"\n\r".contains($0) } ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
    return entries.reduce("check,lang,surface,expected,why\n") { table, entry in
      let cells = [entry.check, entry.language, entry.surface, entry.expected, entry.why]
      return table + cells.map(cell).joined(separator: ",") + "\n"
    }
  }
}
