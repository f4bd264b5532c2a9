internal import Bitext
internal import Rules

/// The rules of one language, its own before those of the root.
struct LanguageRules: Sendable {
  let language: String
  private(set) var punctuation = Punctuation()
  private(set) var lists = WordLists()
  private(set) var rules: [ContextRule] = []
  private(set) var metadata: [MetadataRule] = []
  private(set) var sourceLists: [WordList] = []
  /// Rules that may match a place whose last mark is of a kind, by kind: most rules are about one or two of them.
  private(set) var byMark: [[Int32]] = []

  static let keys = Punctuation.keys.union(["language", "name", "lists", "rules", "metadata"])

  /// - Parameters:
  ///   - own: the file of the language; nil for a language without one.
  ///   - root: the file that serves all.
  init(language: String, own: RuleNode?, root: RuleNode?, _ faults: inout [RulesError]) {
    self.language = language
    for file in [root, own].compactMap({ $0 }) {
      punctuation.add(file, &faults)
      for node in file["lists"]?.items ?? [] {
        let list = WordList(node, &faults)
        sourceLists.append(list)
        if !lists.add(list) {
          faults.append(RulesError("more than \(WordLists.limit) word classes; merge some", at: node.position))
        }
      }
    }
    for file in [own, root].compactMap({ $0 }) {
      for node in file["rules"]?.items ?? [] { rules.append(ContextRule(node, &lists, &faults)) }
      for node in file["metadata"]?.items ?? [] { metadata.append(MetadataRule(node, &faults)) }
    }
    byMark = Self.marks.map { mark in
      rules.indices.filter { rules[$0].mayMatch(mark: mark) }.map { Int32(truncatingIfNeeded: $0) }
    }
  }

  private static let marks: [BreakFeatures] = [
    .markNone, .markStop, .markQuestion, .markExclamation, .markEllipsis, .markNative, .markEmoji, .markSemicolon,
  ]

  /// The first rule that decides a place, or nil where all abstain.
  @inline(__always)
  func decide(_ context: BreakContext, mark: Punctuation.Kind) -> Int? {
    let slot = mark.isMark ? Int(mark.rawValue) : 0
    guard slot < byMark.count else { return nil }
    for index in byMark[slot] where rules[Int(index)].matches(context) { return Int(index) }
    return nil
  }
}
