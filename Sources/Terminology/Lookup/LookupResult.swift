public import Bitext

/// A concept that a query led to.
public struct LookupResult: Hashable, Sendable {
  /// How the query led to the concept; the first is the best.
  public enum How: String, Hashable, Sendable, CaseIterable {
    /// Letter for letter.
    case exact
    /// Another case, accents, apostrophes, hyphens or spaces.
    case folded
    /// Another inflected form, or with an article or preposition before it.
    case inflected
    /// By a romanization of the query.
    case romanized
    /// By a spelling a few letters away: "did you mean".
    case near
  }

  /// The word or phrase that was looked up.
  public let query: String
  /// How the query led to the concept.
  public let how: How
  /// The concept with all of its terms.
  public let concept: Concept
  /// The term that was met.
  public let term: Term
  /// Edits between query and term, both folded; 0 but for `near`.
  public let distance: Int

  package init(query: String, how: How, concept: Concept, term: Term, distance: Int = 0) {
    self.query = query
    self.how = how
    self.concept = concept
    self.term = term
    self.distance = distance
  }

  /// The terms to show: those of `language` first where it is given, then the rest, in the order of the table.
  public func terms(first language: LanguageTag?) -> [Term] {
    guard let language else { return concept.terms }
    return concept.terms(in: language) + concept.terms.filter { !$0.language.sameLanguage(as: language) }
  }
}
