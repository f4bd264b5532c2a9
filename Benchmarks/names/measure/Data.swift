import Bitext
import Foundation
import Names
import Romanization
import Rules

/// Reads the data folder and the gold files.
enum Data {
  static func files(_ folder: URL) throws -> [(name: String, text: String)] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .sorted { $0.path < $1.path }.map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
  }

  static func model(_ glossary: URL, weights: Bool = false) throws -> NameModel {
    let tables = try RomanizationTables(
      files(glossary.appending(path: "romanization")).map { try RuleNode(yaml: $0.text, file: $0.name) })
    let lexicon = try NameLexicon(
      files(glossary.appending(path: "names")).map { NameLexicon.File(name: $0.name, text: $0.text) })
    guard weights else { return NameModel(tables: tables, lexicon: lexicon) }
    let text = try String(contentsOf: glossary.appending(path: "weights/names.tsv"), encoding: .utf8)
    return NameModel(tables: tables, lexicon: lexicon, weights: try NameWeights(text: text, file: "names.tsv"))
  }

  /// Rows of a table by column name.
  static func rows(_ gold: URL, _ path: String) throws -> [[String: String]] {
    let lines = try String(contentsOf: gold.appending(path: path), encoding: .utf8).split(separator: "\n")
    let head = lines[0].split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
    return lines.dropFirst().map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      return Dictionary(zip(head, fields), uniquingKeysWith: { first, _ in first })
    }
  }

  static func pairs(_ gold: URL, split: String, weight: Double) throws -> [NamePair] {
    try rows(gold, "names/pairs.tsv").filter { $0["split"] == split }.map { row in
      let alternates = (row["alts"] ?? "").split(separator: ";").map { String($0) }
      return NamePair(
        ["fr": [row["fr"] ?? ""], "en": [row["en"] ?? ""] + alternates], native: row["native"] ?? "",
        language: LanguageTag(row["lang"] ?? "") ?? "und", weight: weight)
    }
  }
}

/// The two presses that are measured.
extension NamePair {
  var french: String { form(.press("fr")) }
  var english: String { form(.press("en")) }
  /// English forms that are right too.
  var alternates: [String] { Array((forms["en"] ?? []).dropFirst()) }
}
