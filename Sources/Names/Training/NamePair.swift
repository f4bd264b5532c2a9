package import Bitext

/// One name as both presses write it, for learning and for measuring.
package struct NamePair: Hashable, Sendable {
  package let french: String
  package let english: String
  /// English forms that are right too.
  package let alternates: [String]
  /// In its own script; empty where it is not known.
  package let native: String
  /// The language it comes from.
  package let language: LanguageTag
  /// How much it counts in learning, 0...1.
  package let weight: Double

  package init(
    french: String, english: String, alternates: [String] = [], native: String = "", language: LanguageTag,
    weight: Double = 1
  ) {
    self.french = french
    self.english = english
    self.alternates = alternates
    self.native = native
    self.language = language
    self.weight = weight
  }

  /// The pairs that a glossary's persons and places give: preferred French and English forms, with a native one if any.
  package static func pairs(of concepts: [Concept]) -> [NamePair] {
    concepts.filter { $0.kind == .person || $0.kind == .place }.compactMap { concept in
      guard let french = concept.preferred(in: "fr"), let english = concept.preferred(in: "en") else { return nil }
      let others = concept.terms(in: "en").filter { $0.status.isAllowed && $0.text != english.text }.map(\.text)
      let native = concept.terms.first { !["fr", "en"].contains($0.language.language) }
      return NamePair(
        french: french.text, english: english.text, alternates: others, native: native?.text ?? "",
        language: native?.language ?? "und")
    }
  }
}
