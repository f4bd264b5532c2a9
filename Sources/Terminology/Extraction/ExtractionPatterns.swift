package import Bitext
package import Rules

/// Which words may begin, join and end a term of a language: one file of `glossary/extraction/`.
///
/// Light on parts of speech: no tagger, but lists of words that no term begins or ends with, and of those that may stand
/// between two words of one.
package struct ExtractionPatterns: Sendable {
  package let language: LanguageTag
  /// Words in lower case that are never part of a candidate.
  let stopWords: Set<String>
  /// Words that may join two others: "de, du".
  let links: Set<String>
  /// Endings of words that no candidate ends or begins with: adverbs, finite verbs.
  let barredEndings: [String]
  /// Words of such an ending that may.
  let allowed: Set<String>
  /// Words that no candidate begins with, though they may stand in it: adjectives that only point.
  let notFirst: Set<String>
  let notLast: Set<String>
  /// Endings of plurals and feminines, longest first, left out where spellings of one phrase are counted together.
  let foldedEndings: [String]

  private static let keys: Set<String> = [
    "language", "stop-words", "links", "barred-endings", "allowed", "not-first", "not-last", "folded-endings",
  ]

  /// - Throws: `RulesErrors` with every fault of the file.
  package init(_ file: RuleNode) throws(RulesErrors) {
    var faults = file.unknownKeys(besides: Self.keys)
    let tag = file.requiredText("language", &faults)
    if LanguageTag(tag) == nil {
      faults.append(RulesError("'\(tag)' is no language tag; write one as BCP 47 has it", at: file.position))
    }
    func words(_ key: String) -> [String] { file[key]?.texts(&faults) ?? [] }
    language = LanguageTag(tag) ?? "und"
    stopWords = Set(words("stop-words"))
    links = Set(words("links"))
    barredEndings = words("barred-endings")
    allowed = Set(words("allowed"))
    notFirst = Set(words("not-first"))
    notLast = Set(words("not-last"))
    foldedEndings = words("folded-endings")
    if stopWords.isEmpty {
      faults.append(RulesError("a language needs 'stop-words'; add them", at: file.position))
    }
    if !faults.isEmpty { throw RulesErrors(faults) }
  }

  /// Whether a word, in lower case, carries meaning of its own.
  func isContent(_ word: String) -> Bool {
    if stopWords.contains(word) || links.contains(word) { return false }
    guard word.unicodeScalars.count > 2, word.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic }) else {
      return false
    }
    return allowed.contains(word) || !barredEndings.contains { word.hasSuffix($0) }
  }

  /// The word as spellings of one phrase share it.
  func folded(_ word: String) -> String {
    for ending in foldedEndings
    where word.hasSuffix(ending) && word.unicodeScalars.count - ending.unicodeScalars.count > 3 {
      return String(word.dropLast(ending.count))
    }
    return word
  }
}
