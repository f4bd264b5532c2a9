/// The forms a name is likely to have in another language.
package struct NamePrediction: Hashable, Sendable {
  /// A rule that a form rests on.
  package struct Rule: Hashable, Sendable {
    /// "ru.sh", or "lexicon" for a form that the lexicon gives.
    package let id: String
    package let why: String

    package init(id: String, why: String) {
      self.id = id
      self.why = why
    }
  }

  package struct Candidate: Hashable, Sendable {
    package let text: String
    /// How likely the form is, 0...1.
    package let confidence: Double
    package let rules: [Rule]
  }

  /// At most three, likeliest first.
  package let candidates: [Candidate]
  /// The languages the name may come from, likeliest first.
  package let origins: [NameOrigin]
  /// The form to write, or nil where it would be a guess.
  package let best: String?

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
