public import Bitext

/// A concept as glossary formats have it: what is said of it, of its languages and of its terms, in order.
///
/// Wider than `Concept`: it keeps every data category, known or unknown. `Concept` is what the glossary works with.
public struct ConceptEntry: Hashable, Sendable {
  /// As spelt; empty where the format has none.
  public var id: String
  public var data: [TermDatum]
  public var languages: [LanguageSection]
  public var position: SourcePosition

  public init(id: String, data: [TermDatum] = [], languages: [LanguageSection] = [], position: SourcePosition) {
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
public struct LanguageSection: Hashable, Sendable {
  /// As spelt.
  public var language: String
  public var data: [TermDatum]
  public var terms: [TermEntry]

  public init(language: String, data: [TermDatum] = [], terms: [TermEntry]) {
    self.language = language
    self.data = data
    self.terms = terms
  }
}

public struct TermEntry: Hashable, Sendable {
  public var text: String
  public var data: [TermDatum]

  public init(_ text: String, data: [TermDatum] = []) {
    self.text = text
    self.data = data
  }

  /// The first value of a data category.
  public func value(_ category: String) -> String? { data.first { $0.category == category }?.value }

  /// What the house says of the term, where a known word for it stands.
  public var status: TermStatus? { value("administrativeStatus").flatMap { TermStatus(spelling: $0) } }
}

/// One thing said of a concept, a language or a term: a data category and its value (ISO 12620).
public struct TermDatum: Hashable, Sendable {
  /// "definition", "partOfSpeech", "note" …; for a group, what kind of group: "transacGrp".
  public var category: String
  public var value: String
  /// What else the element says: `target`, `xml:lang`, `id`.
  public var attributes: [Attribute]
  /// What is said of this datum itself: the source of a definition, the date of a change.
  public var details: [TermDatum]

  public init(_ category: String, _ value: String, attributes: [Attribute] = [], details: [TermDatum] = []) {
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
