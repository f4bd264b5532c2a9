import Bitext
import Foundation
import Linguistics
import Rules
import TestSupport

@testable import Terminology

/// The shipped rules, and glossaries made of short notes.
enum Fixture {
  /// The checkout's `glossary` folder.
  static let data = Checkout.glossary

  /// Every rule file of a folder of `glossary`, by name.
  static func ruleFiles(_ folder: String) throws -> [RuleNode] {
    let names = try FileManager.default.contentsOfDirectory(atPath: data.appending(path: folder).path)
    return try names.filter { $0.hasSuffix(".yml") }.sorted().map { name in
      let text = try String(contentsOf: data.appending(path: folder).appending(path: name), encoding: .utf8)
      return try RuleNode(yaml: text, file: "\(folder)/\(name)")
    }
  }

  static let writing: Result<WritingSystems, any Error> = Result { try WritingSystems(try ruleFiles("languages")) }

  static let inflection: Result<InflectionRules, any Error> = Result {
    try InflectionRules(try ruleFiles("inflection"), writing: try writing.get())
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

extension Fixture {
  /// The shipped concept tables.
  static let shipped: Result<[Concept], any Error> = Result {
    let folder = data.appending(path: "concepts")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".csv") }
    return try names.sorted().flatMap { name in
      try concepts(String(contentsOf: folder.appending(path: name), encoding: .utf8), file: "concepts/\(name)")
    }
  }

  /// The concepts of a table; a reader for tests, without the care of the real one in `Exchange`.
  static func concepts(_ text: String, file: String) throws -> [Concept] {
    var rows = DelimitedRows(text, file: file)
    let header = (try rows.next() ?? []).map(\.text)
    var order: [String] = []
    var found: [String: (kind: String, terms: [Term], relations: [Relation], position: SourcePosition)] = [:]
    while let row = try rows.next() {
      let fields = Dictionary(uniqueKeysWithValues: zip(header, row.map(\.text)))
      let id = fields["concept", default: ""]
      if found[id] == nil { order.append(id) }
      var entry = found[id] ?? (fields["kind", default: ""], [], [], row[0].position)
      entry.terms.append(
        Term(
          language: LanguageTag(fields["lang", default: ""]) ?? "und", text: fields["term", default: ""],
          status: TermStatus(rawValue: fields["status", default: ""]) ?? .preferred, note: fields["note", default: ""],
          partOfSpeech: fields["pos", default: ""], number: fields["number", default: ""],
          source: fields["source", default: ""], from: fields["from", default: ""], until: fields["until", default: ""],
          position: row[0].position))
      for part in fields["relations", default: ""].split(separator: ";") {
        let sides = part.split(separator: ":")
        guard sides.count == 2, let kind = Relation.Kind(rawValue: String(sides[0])) else { continue }
        let relation = Relation(kind: kind, concept: String(sides[1]))
        if !entry.relations.contains(relation) { entry.relations.append(relation) }
      }
      found[id] = entry
    }
    return order.compactMap { id in
      found[id].map {
        Concept(
          id: id, kind: Concept.Kind(rawValue: $0.kind) ?? .term, terms: $0.terms, relations: $0.relations,
          position: $0.position)
      }
    }
  }
}
