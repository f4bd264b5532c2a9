package import Bitext
package import Linguistics
package import Rules

/// How words and terms vary in text, by language: the files of `glossary/inflection/`.
package struct InflectionRules: Sendable {
  private let languages: [String: LanguageInflection]
  /// The scripts of the languages, and how they pair capitals with small letters.
  let writing: WritingSystems

  /// No rules at all: terms are matched letter for letter but for case, apostrophes, hyphens and spaces.
  package static let none = InflectionRules(languages: [:], writing: .none)

  private init(languages: [String: LanguageInflection], writing: WritingSystems) {
    self.languages = languages
    self.writing = writing
  }

  /// Those of several, of which no two have a language in common.
  package init(joining rules: [InflectionRules], writing: WritingSystems) {
    self.writing = writing
    languages = rules.reduce(into: [:]) { all, some in all.merge(some.languages) { first, _ in first } }
  }

  /// - Parameters:
  ///   - files: one for each language.
  ///   - writing: how these languages, and others without a file, are written.
  /// - Throws: `RulesErrors` with every fault of every file.
  package init(_ files: [RuleNode], writing: WritingSystems) throws(RulesErrors) {
    var faults: [RulesError] = []
    var languages: [String: LanguageInflection] = [:]
    var positions: [String: SourcePosition] = [:]
    for file in files {
      let language = LanguageInflection(file, writing, &faults)
      if let first = positions[language.language.language] {
        faults.append(RulesError("'\(language.language)' has a file already: \(first); join them", at: file.position))
      }
      positions[language.language.language] = file.position
      languages[language.language.language] = language
    }
    if !faults.isEmpty { throw RulesErrors(faults) }
    self.languages = languages
    self.writing = writing
  }

  /// The rules of a language, whatever its region or script; empty ones where it has no file.
  package subscript(language: LanguageTag) -> LanguageInflection {
    languages[language.language] ?? LanguageInflection(language: language, writing)
  }

  /// The languages with a file, in alphabetical order.
  package var all: [LanguageInflection] { languages.values.sorted { $0.language < $1.language } }
}
