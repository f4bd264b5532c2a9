package import Bitext
internal import Linguistics

/// The glossary's and the lexicon's names, by their first word, for one language.
///
/// Kept in flat arrays, so that a compiled form is read in a few strokes; an entry is made only when a text has it.
package struct NameGlossary: Sendable {
  struct Entry: Hashable, Sendable {
    /// Folded tokens.
    let words: [String]
    let kind: Concept.Kind
    /// Number of the concept among the names; nil for a name of the lexicon.
    let concept: Int?
    /// How many letters at its end are a case ending and not of the name.
    let ending: Int
  }

  /// The concepts that are names.
  let concepts: GlossaryNames
  let parts: NameGlossaryParts

  /// Folded names of countries in this language.
  func isCountry(_ key: String) -> Bool { parts.countries.contains(key) }
  /// Whether a name begins with a folded word.
  func begins(with key: String) -> Bool { parts.byFirst.contains(key) }
  /// Concepts of persons by folded last word.
  var surnames: Surnames { Surnames(index: parts.surnames) }

  struct Surnames {
    fileprivate let index: NameIndex
    subscript(key: String) -> [Int]? { index.list(of: key).map { $0.map { Int($0) } } }
    func contains(_ key: String) -> Bool { index.contains(key) }
  }

  /// - Parameters:
  ///   - concepts: those of the glossary that are names.
  ///   - cues: of the language.
  package init(language: LanguageTag, lexicon: NameLexicon, concepts: GlossaryNames, cues: NameCues?) {
    self.concepts = concepts
    parts = NameGlossaryBuilder.parts(language: language, lexicon: lexicon, concepts: concepts, cues: cues)
  }

  /// Whether a word is another spelling of the surname of a person of the glossary.
  func spells(_ token: NameToken, _ finder: NameFinder) -> Bool {
    guard token.key.utf8.count > 5 else { return false }
    return NameKey.keys(forWord: token.key).contains { key in
      parts.surnamesByKey[key].contains { finder.matcher.match(parts.texts[Int($0)], token.key).score >= 0.9 }
    }
  }

  /// The longest name that begins at a token, the glossary's before the lexicon's.
  func match(_ tokens: [NameToken], at index: Int) -> Entry? {
    guard tokens[index].isIn(.begins) else { return nil }
    for number in parts.byFirst[tokens[index].key] where parts.isThere(Int(number), tokens, at: index) {
      return parts.entry(Int(number))
    }
    return nil
  }

  // MARK: Compiled form

  package var bytes: [UInt8] { parts.bytes }

  /// Reads what `bytes` gave.
  /// - Parameter concepts: the same that the bytes were made with.
  /// - Returns: nil where the bytes are damaged.
  package init?(_ bytes: [UInt8], concepts: GlossaryNames) {
    guard let parts = NameGlossaryParts(bytes, concepts: concepts.count) else { return nil }
    self.concepts = concepts
    self.parts = parts
  }
}
