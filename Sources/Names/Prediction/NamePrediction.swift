/// The forms a name is likely to have in another language.
public struct NamePrediction: Hashable, Sendable {
  /// A rule that a form rests on.
  public struct Rule: Hashable, Sendable {
    /// "ru.sh", or "lexicon" for a form that the lexicon gives.
    public let id: String
    /// The rule's reason, for a person.
    public let why: String

    package init(id: String, why: String) {
      self.id = id
      self.why = why
    }
  }

  /// One form, and what speaks for it.
  public struct Candidate: Hashable, Sendable {
    /// The form.
    public let text: String
    /// How likely the form is, 0...1.
    public let confidence: Double
    /// The rules that it rests on.
    public let rules: [Rule]
  }

  /// At most three, likeliest first.
  public let candidates: [Candidate]
  /// The languages the name may come from, likeliest first.
  public let origins: [NameOrigin]
  /// The form to write, or nil where it would be a guess.
  public let best: String?

  /// What a list says, which no rule overrules.
  /// - Parameters:
  ///   - forms: likeliest first; at most three are kept. Never empty.
  ///   - rule: where they stand.
  package static func listed(_ forms: [String], rule: Rule) -> NamePrediction {
    let candidates = forms.prefix(3).enumerated().map {
      Candidate(text: $0.element, confidence: $0.offset == 0 ? 1 : 0.5, rules: [rule])
    }
    return NamePrediction(candidates: candidates, origins: [], best: forms.first)
  }

  static let none = NamePrediction(candidates: [], origins: [], best: nil)
}
