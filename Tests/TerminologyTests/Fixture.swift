import Bitext
import Foundation
import Rules

@testable import Terminology

/// The shipped rules, and glossaries made of short notes.
enum Fixture {
  /// The checkout's `glossary` folder.
  static let data = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../glossary")
    .standardizedFileURL

  /// Every rule file of a folder of `glossary`, by name.
  static func ruleFiles(_ folder: String) throws -> [RuleNode] {
    let names = try FileManager.default.contentsOfDirectory(atPath: data.appending(path: folder).path)
    return try names.filter { $0.hasSuffix(".yml") }.sorted().map { name in
      let text = try String(contentsOf: data.appending(path: folder).appending(path: name), encoding: .utf8)
      return try RuleNode(yaml: text, file: "\(folder)/\(name)")
    }
  }

  static let inflection: Result<InflectionRules, any Error> = Result {
    try InflectionRules(try ruleFiles("inflection"))
  }

  /// A glossary of lines "id kind: fr=terme; fr.deprecated=vieux terme; en=term".
  static func glossary(_ lines: String...) -> Glossary {
    Glossary(lines.enumerated().map { number, line in concept(line, line: number + 2) })
  }

  static func concept(_ text: String, line: Int = 2) -> Concept {
    let parts = text.split(separator: ":", maxSplits: 1)
    let head = parts[0].split(separator: " ").map(String.init)
    let position = SourcePosition(file: "test.csv", line: line, column: 1)
    let terms: [Term] = parts[1].split(separator: ";").map { field in
      let sides = field.split(separator: "=", maxSplits: 1)
      let name = sides[0].trimmingCharacters(in: .whitespaces).split(separator: ".").map(String.init)
      return Term(
        language: LanguageTag(name[0]) ?? "und", text: sides[1].trimmingCharacters(in: .whitespaces),
        status: name.count > 1 ? TermStatus(rawValue: name[1]) ?? .preferred : .preferred,
        partOfSpeech: name.count > 2 ? name[2] : "", position: position)
    }
    return Concept(
      id: head[0], kind: head.count > 1 ? Concept.Kind(rawValue: head[1]) ?? .term : .term, terms: terms,
      position: position)
  }

  static func matcher(_ language: LanguageTag, _ lines: String...) throws -> TermMatcher {
    let glossary = Glossary(lines.enumerated().map { concept($1, line: $0 + 2) })
    return TermMatcher(glossary: glossary, language: language, inflection: try inflection.get())
  }
}
