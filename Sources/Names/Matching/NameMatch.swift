/// What comparing two names gave.
public struct NameMatch: Hashable, Sendable {
  /// Whether both are one name.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// Two spellings of one name.
    case same
    case different
    /// Two names that the glossary or the lexicon gives to one thing; never decided by spelling.
    case alias
  }

  /// How likely both are one name, 0...1; at least 0.5 for `same`. 0 where a gate closed, 1 for an alias.
  public let score: Double
  /// Whether both are one name.
  public let verdict: Verdict
  /// The gate, alias or cost that decided, for a person.
  public let reason: String

  package init(score: Double, verdict: Verdict, reason: String) {
    self.score = score
    self.verdict = verdict
    self.reason = reason
  }
}
