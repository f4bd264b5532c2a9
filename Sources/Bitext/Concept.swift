/// A thing that has a name in more than one language: a term, a person, a place, an organisation.
public struct Concept: Hashable, Sendable {
  /// What it is a name for.
  public enum Kind: String, Hashable, Sendable, CaseIterable { case term, person, place, org }

  /// How much it matters to a house that a translation has the term of a concept.
  public enum Importance: String, Hashable, Sendable, CaseIterable, Comparable {
    /// An everyday word that a good translation often puts in another way: its absence is no fault.
    case background
    /// A term of the field.
    case normal
    /// What must not be missed: contested names, words of law and of agreements.
    case key

    /// By weight, the lightest first.
    public static func < (a: Importance, b: Importance) -> Bool { a.weight < b.weight }

    private var weight: Int {
      switch self {
      case .background: 0
      case .normal: 1
      case .key: 2
      }
    }
  }

  /// Stable, ASCII, unique in a glossary: "lachin_corridor".
  public let id: String
  /// What it is a name for.
  public let kind: Kind
  /// In the order of the table.
  public let terms: [Term]
  /// To other concepts, in the order of the table.
  public let relations: [Relation]
  /// How much it matters that a translation has its term.
  public let importance: Importance
  /// Where the concept was first written down.
  public let position: SourcePosition

  /// A concept as a table has it.
  public init(
    id: String, kind: Kind, terms: [Term], relations: [Relation] = [], importance: Importance = .normal,
    position: SourcePosition
  ) {
    self.id = id
    self.kind = kind
    self.terms = terms
    self.relations = relations
    self.importance = importance
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
  /// Whether a text must have its capitals and small letters; nil where the spelling itself tells (see `LetterCase`).
  public let letterCase: LetterCase?
  /// The row of the table.
  public let position: SourcePosition

  /// Which capitals a term asks of a text. Unless told, a name and a single word with a capital need it (État, Polish), words in
  /// capitals are found in capitals, and small letters and longer terms are free.
  public enum LetterCase: String, Hashable, Sendable, CaseIterable {
    /// Capitals and small letters as the table has them, but for the first word of a sentence and lines in capitals.
    case exact
    /// Any.
    case free
  }

  /// A term as a table has it.
  public init(
    language: LanguageTag, text: String, status: TermStatus, note: String = "",
    partOfSpeech: String = "", number: String = "", source: String = "", from: String = "",
    until: String = "", letterCase: LetterCase? = nil, position: SourcePosition
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
    self.letterCase = letterCase
    self.position = position
  }
}
