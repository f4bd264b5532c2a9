package import Bitext
package import Rules

/// The project's own glossary format: one term a row, columns found by the header in any order.
///
/// `concept,lang,term,status,kind,note` are required; `pos,number,source,from,until,relations,importance,case` may stand
/// too, and columns of other names are passed over. Rows of one concept need not be adjacent. An empty status is `preferred`, an empty kind
/// `term`. Relations are `type:concept`, separated by semicolons, on any row of the concept; so is its importance
/// (key, normal, background). `case` is exact or free, a term.
package enum ConceptTable {
  /// The columns that are understood, the required ones first.
  package static let columns = required + optional
  static let required = ["concept", "lang", "term", "status", "kind", "note"]
  static let optional = ["pos", "number", "source", "from", "until", "relations", "importance", "case"]

  /// The concepts of a table, in the order in which they first appear.
  /// - Throws: `RulesErrors` with every fault of the file: a missing column, a row with too few or too many fields, a
  ///   malformed language tag, an unknown status, kind or relation, an empty concept or term.
  package static func read(_ text: String, file: String) throws(RulesErrors) -> [Concept] {
    var reader = ConceptTableReader(text, file: file)
    return try reader.concepts()
  }

  /// The table of `concepts`, with the optional columns that any of them needs.
  package static func write(_ concepts: [Concept]) -> String {
    let used = optional.filter { column in
      concepts.contains { concept in
        column == "relations"
          ? !concept.relations.isEmpty
          : column == "importance"
            ? concept.importance != .normal : concept.terms.contains { !field(column, of: $0, in: concept).isEmpty }
      }
    }
    let columns = required + used
    var table = columns.joined(separator: ",") + "\n"
    for concept in concepts {
      for (index, term) in concept.terms.enumerated() {
        let fields = columns.map { column in
          // Relations and importance belong to the concept: the first row says them once.
          (column == "relations" || column == "importance") && index > 0
            ? "" : quoted(field(column, of: term, in: concept))
        }
        table += fields.joined(separator: ",") + "\n"
      }
    }
    return table
  }

  private static func field(_ column: String, of term: Term, in concept: Concept) -> String {
    switch column {
    case "concept": concept.id
    case "lang": term.language.description
    case "term": term.text
    case "status": term.status.rawValue
    case "kind": concept.kind.rawValue
    case "note": term.note
    case "pos": term.partOfSpeech
    case "number": term.number
    case "source": term.source
    case "from": term.from
    case "until": term.until
    case "importance": concept.importance == .normal ? "" : concept.importance.rawValue
    case "case": term.letterCase?.rawValue ?? ""
    default: concept.relations.map { "\($0.kind.rawValue):\($0.concept)" }.joined(separator: ";")
    }
  }

  /// A field as RFC 4180 wants it; white space at its ends is content, so it is quoted too.
  static func quoted(_ field: String) -> String {
    let needsMarks = field.utf8.contains { ",\"\r\n".utf8.contains($0) }
    guard
      needsMarks || field.unicodeScalars.first?.properties.isWhitespace == true
        || field.unicodeScalars.last?.properties.isWhitespace == true
    else { return field }
    // By scalars: a mark with an accent over it is a mark all the same.
    var quoted = String.UnicodeScalarView()
    quoted.append("\"")
    for scalar in field.unicodeScalars {
      quoted.append(scalar)
      if scalar == "\"" { quoted.append(scalar) }
    }
    quoted.append("\"")
    return String(quoted)
  }
}
