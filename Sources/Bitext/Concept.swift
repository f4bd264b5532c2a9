/// A thing that has a name in more than one language: a term, a person, a place, an organisation.
public struct Concept: Hashable, Sendable {
  /// What it is a name for.
  public enum Kind: String, Hashable, Sendable, CaseIterable { case term, person, place, org }

  /// Stable, ASCII, unique in a glossary: "lachin_corridor".
  public let id: String
  /// What it is a name for.
  public let kind: Kind
  /// In the order of the table.
  public let terms: [Term]
  /// To other concepts, in the order of the table.
  public let relations: [Relation]
  /// Where the concept was first written down.
  public let position: SourcePosition

  /// A concept as a table has it.
  public init(
    id: String, kind: Kind, terms: [Term], relations: [Relation] = [], position: SourcePosition
  ) {
    self.id = id
    self.kind = kind
    self.terms = terms
    self.relations = relations
    self.position = position
  }

  /// The terms of one language, whatever their region, in the order of the table.
  public func terms(in language: LanguageTag) -> [Term] {
    terms.filter { $0.language.sameLanguage(as: language) }
  }

  /// The preferred term of a language; the first admitted one where none is preferred.
  public func preferred(in language: LanguageTag) -> Term? {
    let candidates = terms(in: language)
    return candidates.first { $0.status == .preferred } ?? candidates.first { $0.status == .admitted }
  }
}

/// How one concept stands to another.
public struct Relation: Hashable, Sendable {
  /// How it is related.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case broader, related
    /// One place under the name that another authority gives it. Neither is a variant of the other.
    case samePlace = "same-place"
  }

  /// How the concept is related to the other.
  public let kind: Kind
  /// The id of the other concept.
  public let concept: String

  /// A relation to the concept of that id.
  public init(kind: Kind, concept: String) {
    self.kind = kind
    self.concept = concept
  }
}

/// What a house says of a term (ISO 12620 administrative status, with the two that newsrooms need).
public enum TermStatus: String, Hashable, Sendable, CaseIterable {
  case preferred, admitted, deprecated, superseded, forbidden

  /// Whether the term may be written.
  public var isAllowed: Bool { self == .preferred || self == .admitted }
}

/// One word or phrase for a concept in one language.
public struct Term: Hashable, Sendable {
  /// The language of the term.
  public let language: LanguageTag
  /// The term as it is written.
  public let text: String
  /// Whether it should be written.
  public let status: TermStatus
  /// What to know of it; empty if nothing.
  public let note: String
  /// noun, proper, adjective, verb, phrase; empty where the table does not say.
  public let partOfSpeech: String
  /// singular, plural, mass; empty where the table does not say.
  public let number: String
  /// Where it is from; empty if that is not said.
  public let source: String
  /// ISO 8601 dates or years between which the form holds; empty where there is no limit.
  public let from: String
  /// The last day on which it is right, ISO 8601; empty if there is none.
  public let until: String
  /// The row of the table.
  public let position: SourcePosition

  /// A term as a table has it.
  public init(
    language: LanguageTag, text: String, status: TermStatus, note: String = "",
    partOfSpeech: String = "", number: String = "", source: String = "", from: String = "",
    until: String = "", position: SourcePosition
  ) {
    self.language = language
    self.text = text
    self.status = status
    self.note = note
    self.partOfSpeech = partOfSpeech
    self.number = number
    self.source = source
    self.from = from
    self.until = until
    self.position = position
  }
}
