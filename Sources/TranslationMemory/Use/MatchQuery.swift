public import Bitext

/// What to look for in a memory.
public struct MatchQuery: Hashable, Sendable {
  public var text: String
  /// The language of the text, and the one that a match must have a translation in; regions do not limit.
  public var source: LanguageTag
  public var target: LanguageTag
  /// The neighbours of the text in its document.
  public var context: DocumentContext?
  /// 0...100. From 50 on the index serves it; below, every text of a fitting length is measured.
  public var minimum: Double
  public var top: Int
  /// A unit that shall not match: the one that is being looked at.
  public var excluding: Int64?
  public var rules: MatchRules

  public init(
    _ text: String, from source: LanguageTag, to target: LanguageTag, context: DocumentContext? = nil,
    minimum: Double = 70, top: Int = 5, excluding: Int64? = nil, rules: MatchRules = MatchRules()
  ) {
    self.text = text
    self.source = source
    self.target = target
    self.context = context
    self.minimum = minimum
    self.top = top
    self.excluding = excluding
    self.rules = rules
  }
}
