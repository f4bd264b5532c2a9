public import Bitext

/// What to look for in the texts of a memory.
public struct ConcordanceQuery: Hashable, Sendable {
  /// How the text is meant.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The words of the text one after the other, as a phrase; spaces between them do not count, marks do.
    case phrase
    /// All words of the text in one variant, in any order.
    case words
    /// The text is a regular expression in ICU's syntax.
    case pattern
  }

  /// The words, or the regular expression.
  public var text: String
  /// The language whose texts are searched, with all its regions; nil searches every language.
  public var language: LanguageTag?
  /// How the text is meant.
  public var kind: Kind
  /// Whether other forms of a word count as the word: those of one stem, accents left out. Where Snowball has no stems
  /// for a language, forms differ in case and accents only. Patterns are not touched.
  public var isInflected: Bool
  /// The most units that are given.
  public var limit: Int
  /// The longest that a pattern may take over all texts; words take milliseconds.
  public var timeLimit: Duration

  /// A phrase in any language, without a limit, unless told otherwise.
  public init(
    _ text: String, language: LanguageTag? = nil, kind: Kind = .phrase, isInflected: Bool = false,
    limit: Int = .max, timeLimit: Duration = .seconds(30)
  ) {
    self.text = text
    self.language = language
    self.kind = kind
    self.isInflected = isInflected
    self.limit = limit
    self.timeLimit = timeLimit
  }
}

/// The units that hold a text, in order of their number.
public struct Concordance: Hashable, Sendable {
  /// In order of the units' numbers, at most as many as were asked for.
  public let hits: [ConcordanceHit]
  /// How many units hold the text, those beyond the limit included; of a pattern, as many as were met by then.
  public let total: Int
  /// False where a pattern ran out of time, or was too much for some text: there may be more hits.
  public var isComplete: Bool { tooHard == 0 && stoppedAfter == nil }
  /// In how many texts the pattern took so long that the search in them was given up.
  public let tooHard: Int
  /// How long the search took, if it was given up when its time was over.
  public let stoppedAfter: Duration?

  init(hits: [ConcordanceHit], total: Int, tooHard: Int = 0, stoppedAfter: Duration? = nil) {
    self.hits = hits
    self.total = total
    self.tooHard = tooHard
    self.stoppedAfter = stoppedAfter
  }

  static let nothing = Concordance(hits: [], total: 0)
}

/// A unit that holds a text, and where.
public struct ConcordanceHit: Hashable, Sendable {
  /// One occurrence.
  public struct Place: Hashable, Sendable {
    /// 0-based number of the variant in its unit.
    public let variant: Int
    /// UTF-8 bytes of the variant's plain text, end excluded.
    public let bytes: Range<Int>
  }

  /// The unit.
  public let unit: StoredUnit
  /// In order of variant and place, in every variant of a language that was searched: a name that is spelt alike in two
  /// languages has its place in both.
  public let places: [Place]
}
