package import Bitext

/// What to look for in a memory.
package struct MatchQuery: Hashable, Sendable {
  package var text: String
  /// The language of the text, and the one that a match must have a translation in; regions do not limit.
  package var source: LanguageTag
  package var target: LanguageTag
  /// The neighbours of the text in its document.
  package var context: DocumentContext?
  /// 0...100. From 50 on the index serves it; below, every text of a fitting length is measured.
  package var minimum: Double
  package var top: Int
  /// A unit that shall not match: the one that is being looked at.
  package var excluding: Int64?
  package var rules: MatchRules

  package init(
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
