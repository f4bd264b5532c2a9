public import Bitext
public import FoundationEssentials

/// Which units are meant. Conditions that are given must all hold; without any, every unit is.
public struct UnitFilter: Hashable, Sendable {
  /// Languages that the unit must all have: "fr" is met by fr and fr-CA, "fr-CA" by fr-CA alone.
  public var languages: [LanguageTag]
  /// The date of the last change, else of creation, at or after this one. Units without a date are left out.
  public var since: Date?
  /// The same, before this one.
  public var until: Date?
  /// Names of origins, any of which.
  public var origins: [String]
  /// Tags, any of which.
  public var tags: [String]
  /// Whether a person has confirmed the translation; nil for either.
  public var isReviewed: Bool?

  /// Every unit, unless told otherwise.
  public init(
    languages: [LanguageTag] = [], since: Date? = nil, until: Date? = nil, origins: [String] = [],
    tags: [String] = [], isReviewed: Bool? = nil
  ) {
    self.languages = languages
    self.since = since
    self.until = until
    self.origins = origins
    self.tags = tags
    self.isReviewed = isReviewed
  }
}
