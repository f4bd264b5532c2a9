public import Bitext

/// From which language a name comes, with a probability.
public struct NameOrigin: Hashable, Sendable {
  /// "und" for a language without a table: the name is likely to stay as it is.
  public let language: LanguageTag
  /// 0...1; those of one name add up to 1.
  public let probability: Double
}
