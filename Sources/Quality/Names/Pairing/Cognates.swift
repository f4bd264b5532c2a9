internal import Bitext
internal import Linguistics
package import Rules

/// How one word, or its ending, differs from language to language: "-ain" is "-an", "François" is "Francis". From
/// `glossary/exonyms/cognates.csv`; a column a language.
package struct Cognates: Sendable {
  private var labels: [String] = []
  private var rows: [[[Unicode.Scalar]]] = []

  /// None at all.
  package init() {}

  /// - Throws: `RulesErrors` where a column is no language.
  package init(_ text: String, file: String) throws(RulesErrors) {
    var table = DelimitedRows(text, file: file)
    guard let head = try table.next() else { return }
    for field in head where LanguageTag(field.text) == nil {
      throw RulesErrors([RulesError("column '\(field.text)' is no language; write its tag", at: field.position)])
    }
    labels = head.map(\.text)
    while let row = try table.next() { rows.append(row.map { Array(Folding.key($0.text).unicodeScalars) }) }
  }

  /// Whether two languages are in the table.
  func knows(_ first: LanguageTag, _ second: LanguageTag) -> Bool {
    labels.contains(first.language) && labels.contains(second.language)
  }

  /// Whether two folded words are one but for what the languages write otherwise.
  func join(_ word: [Unicode.Scalar], _ language: LanguageTag, _ other: [Unicode.Scalar], _ otherLanguage: LanguageTag)
    -> Bool
  {
    guard let x = labels.firstIndex(of: language.language), let y = labels.firstIndex(of: otherLanguage.language) else {
      return false
    }
    return rows.contains { row in
      guard row.count > max(x, y), word.ends(with: row[x]), other.ends(with: row[y]) else { return false }
      return word.dropLast(row[x].count) == other.dropLast(row[y].count)
    }
  }
}

extension [Unicode.Scalar] {
  fileprivate func ends(with ending: [Unicode.Scalar]) -> Bool {
    count >= ending.count && suffix(ending.count).elementsEqual(ending)
  }
}
