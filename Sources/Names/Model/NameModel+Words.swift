package import Bitext
internal import Linguistics
internal import Romanization

extension NameModel {
  /// A word of a language in the letters that the press of another writes it with; nil where no table says how.
  package func romanized(_ word: String, from language: LanguageTag, for other: LanguageTag) -> String? {
    guard let system = tables.conventions.press(of: other) else { return nil }
    return tables.romanize(word, from: language, to: system)
  }

  /// Kinds of words that betray a name beside them and are none themselves.
  private static let wordsBesideNames = [
    "title", "office", "place-noun", "site-noun", "organisation-head", "organisation-noun", "party-noun", "common",
    "people", "common-acronym", "speech",
  ]

  /// Whether a folded word is an everyday word of a language though it may have a capital: a title, a month, a people.
  package func isCommonWord(_ key: String, in language: LanguageTag) -> Bool {
    guard let cues = lexicon.cues[language.language] else { return false }
    return Self.wordsBesideNames.contains { cues.words[$0]?.contains(key) ?? false }
  }

  /// Whether a folded word is a first name that is known.
  package func isFirstName(_ key: String) -> Bool { !lexicon.givenNames(key).isEmpty }
}
