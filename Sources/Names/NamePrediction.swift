/// The forms a name is likely to have in another language.
public struct NamePrediction: Hashable, Sendable {
  /// A rule that a form rests on.
  public struct Rule: Hashable, Sendable {
    /// "ru.sh", or "lexicon" for a form that the lexicon gives.
    public let id: String
    public let why: String

    public init(id: String, why: String) {
      self.id = id
      self.why = why
    }
  }

  public struct Candidate: Hashable, Sendable {
    public let text: String
    /// How likely the form is, 0...1.
    public let confidence: Double
    public let rules: [Rule]
  }

  /// At most three, likeliest first.
  public let candidates: [Candidate]
  /// The languages the name may come from, likeliest first.
  public let origins: [NameOrigin]
  /// The form to write, or nil where it would be a guess.
  public let best: String?

  static let none = NamePrediction(candidates: [], origins: [], best: nil)
}
