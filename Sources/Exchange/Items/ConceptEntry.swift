package import Bitext

/// A concept as glossary formats have it: what is said of it, of its languages and of its terms, in order.
///
/// Wider than `Concept`: it keeps every data category, known or unknown. `Concept` is what the glossary works with.
package struct ConceptEntry: Hashable, Sendable {
  /// As spelt; empty where the format has none.
  package var id: String
  package var data: [TermDatum]
  package var languages: [LanguageSection]
  package var position: SourcePosition

  package init(id: String, data: [TermDatum] = [], languages: [LanguageSection] = [], position: SourcePosition) {
    self.id = id
    self.data = data
    self.languages = languages
    self.position = position
  }

  /// The first section of a language, whatever its region.
  func section(_ tag: LanguageTag) -> LanguageSection? {
    languages.first { LanguageTag($0.language) == tag }
      ?? languages.first { LanguageTag($0.language)?.sameLanguage(as: tag) == true }
  }
}

/// The terms of one language.
package struct LanguageSection: Hashable, Sendable {
  /// As spelt.
  package var language: String
  package var data: [TermDatum]
  package var terms: [TermEntry]

  package init(language: String, data: [TermDatum] = [], terms: [TermEntry]) {
    self.language = language
    self.data = data
    self.terms = terms
  }
}

package struct TermEntry: Hashable, Sendable {
  package var text: String
  package var data: [TermDatum]

  package init(_ text: String, data: [TermDatum] = []) {
    self.text = text
    self.data = data
  }

  /// The first value of a data category.
  package func value(_ category: String) -> String? { data.first { $0.category == category }?.value }

  /// What the house says of the term, where a known word for it stands.
  package var status: TermStatus? { value("administrativeStatus").flatMap { TermStatus(spelling: $0) } }
}

/// One thing said of a concept, a language or a term: a data category and its value (ISO 12620).
package struct TermDatum: Hashable, Sendable {
  /// "definition", "partOfSpeech", "note" …; for a group, what kind of group: "transacGrp".
  package var category: String
  package var value: String
  /// What else the element says: `target`, `xml:lang`, `id`.
  package var attributes: [Attribute]
  /// What is said of this datum itself: the source of a definition, the date of a change.
  package var details: [TermDatum]

  package init(_ category: String, _ value: String, attributes: [Attribute] = [], details: [TermDatum] = []) {
    self.category = category
    self.value = value
    self.attributes = attributes
    self.details = details
  }
}

extension TermStatus {
  /// The status that a word of some format stands for: TBX, UTX and our own table.
  init?(spelling: String) {
    switch spelling.lowercased() {
    case "preferred", "preferredterm", "preferredterm-admn-sts", "approved", "standardizedterm-admn-sts",
      "standardizedterm", "legalterm-admn-sts", "regulatedterm-admn-sts":
      self = .preferred
    case "admitted", "admittedterm", "admittedterm-admn-sts", "provisional": self = .admitted
    case "deprecated", "deprecatedterm", "deprecatedterm-admn-sts", "notrecommended", "non-standard": self = .deprecated
    case "superseded", "supersededterm", "supersededterm-admn-sts", "obsolete": self = .superseded
    case "forbidden", "rejected": self = .forbidden
    default: return nil
    }
  }
}
