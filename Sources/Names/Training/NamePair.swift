package import Bitext
package import Romanization

/// One name as the presses write it, for learning and for measuring.
package struct NamePair: Hashable, Sendable {
  /// By press: the usual form, then others that are right too.
  package let forms: [RomanizationSystem: [String]]
  /// In its own script; empty where it is not known.
  package let native: String
  /// The language it comes from.
  package let language: LanguageTag
  /// How much it counts in learning, 0...1.
  package let weight: Double

  package init(
    _ forms: [RomanizationSystem: [String]], native: String = "", language: LanguageTag, weight: Double = 1
  ) {
    self.forms = forms
    self.native = native
    self.language = language
    self.weight = weight
  }

  /// The usual form in a press, or in the name's own script; empty where it is not known.
  package func form(_ side: NameSide) -> String {
    switch side {
    case .native: native
    case .press(let press): forms[press]?.first ?? ""
    }
  }

  /// The pairs that a glossary's persons and places give: the preferred form of every press, others that are allowed, and a
  /// native form if any.
  package static func pairs(of concepts: [Concept], presses: [RomanizationSystem]) -> [NamePair] {
    let tags = presses.map { LanguageTag(stringLiteral: $0.label) }
    return concepts.filter { $0.kind == .person || $0.kind == .place }.compactMap { concept in
      var forms: [RomanizationSystem: [String]] = [:]
      for (press, tag) in zip(presses, tags) {
        guard let usual = concept.preferred(in: tag) else { return nil }
        let others = concept.terms(in: tag).filter { $0.status.isAllowed && $0.text != usual.text }.map(\.text)
        forms[press] = [usual.text] + others
      }
      let native = concept.terms.first { term in !tags.contains { $0.sameLanguage(as: term.language) } }
      return NamePair(forms, native: native?.text ?? "", language: native?.language ?? "und")
    }
  }
}
