/// What is said against a match beside its score: it changes the order of equal scores and what is shown, never what is
/// found.
public struct MatchRules: Hashable, Sendable {
  /// Points for each kind of blemish; 0 leaves it out.
  public var points: [Blemish: Double]

  /// Points by blemish.
  public init(points: [Blemish: Double] = Self.usual) { self.points = points }

  /// Points that order equal scores as most translators do.
  public static let usual: [Blemish: Double] = [
    .numbers: 2, .letterCase: 1, .punctuation: 1, .otherRegion: 1, .unreviewed: 0.5,
  ]

  /// None is looked for.
  public static let none = MatchRules(points: [:])
}

/// What may be held against a match.
public enum Blemish: String, Hashable, Sendable, CaseIterable, Comparable {
  /// The digits of the query and of the match differ.
  case numbers
  /// Some word that both have differs in case.
  case letterCase = "case"
  /// The marks of the query and of the match differ.
  case punctuation
  /// The match is of another region or script of the source or target language.
  case otherRegion = "other-region"
  /// Nobody has confirmed the translation.
  case unreviewed

  /// The order of the names.
  public static func < (a: Blemish, b: Blemish) -> Bool { a.rawValue < b.rawValue }
}

/// One thing held against a match, and how much.
public struct Penalty: Hashable, Sendable {
  /// What it is held against.
  public let blemish: Blemish
  /// How much, in points of the score.
  public let points: Double

  /// A blemish and its points.
  public init(_ blemish: Blemish, points: Double) {
    self.blemish = blemish
    self.points = points
  }
}
