/// What comparing two names gave.
package struct NameMatch: Hashable, Sendable {
  package enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// Two spellings of one name.
    case same
    case different
    /// Two names that the glossary or the lexicon gives to one thing; never decided by spelling.
    case alias
  }

  /// How likely both are one name, 0...1; at least 0.5 for `same`. 0 where a gate closed, 1 for an alias.
  package let score: Double
  package let verdict: Verdict
  /// The gate, alias or cost that decided, for a person.
  package let reason: String

  package init(score: Double, verdict: Verdict, reason: String) {
    self.score = score
    self.verdict = verdict
    self.reason = reason
  }
}
