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
  /// Every entry of the file, in its order.
  package let groups: [WordGroup]

  /// The lists of a file, each of groups of words.
  private enum List: String, CaseIterable {
    case stopWords = "stop-words"
    case links
    case barredEndings = "barred-endings"
    case allowed
    case notFirst = "not-first"
    case notLast = "not-last"
    case foldedEndings = "folded-endings"
  }

  /// - Throws: `RulesErrors` with every fault of the file.
  package init(_ file: RuleNode) throws(RulesErrors) {
    var faults = file.unknownKeys(besides: Set(List.allCases.map(\.rawValue) + ["language"]))
    let tag = file.requiredText("language", &faults)
    if LanguageTag(tag) == nil {
      faults.append(RulesError("'\(tag)' is no language tag; write one as BCP 47 has it", at: file.position))
    }
    language = LanguageTag(tag) ?? "und"
    var groups: [WordGroup] = []
    var positions: [String: SourcePosition] = [:]
    func words(_ list: List) -> [String] {
      var words: [String] = []
      for node in file[list.rawValue]?.items ?? [] {
        let group = WordGroup(node, &faults)
        if let first = positions[group.id] {
          faults.append(RulesError("id '\(group.id)' is used at \(first) too; rename one", at: node.position))
        }
        positions[group.id] = node.position
        groups.append(group)
        words += group.words
      }
      return words
    }
    stopWords = Set(words(.stopWords))
    links = Set(words(.links))
    barredEndings = words(.barredEndings)
    allowed = Set(words(.allowed))
    notFirst = Set(words(.notFirst))
    notLast = Set(words(.notLast))
    foldedEndings = words(.foldedEndings).sorted { $0.utf8.count > $1.utf8.count }
    self.groups = groups
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
