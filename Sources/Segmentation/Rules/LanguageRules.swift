internal import Bitext
internal import Rules

/// The rules of one language, its own before those of the root. Read once, then shared by all that ask.
final class LanguageRules: Sendable {
  let language: String
  let punctuation: Punctuation
  let lists: WordLists
  let rules: [ContextRule]
  let metadata: [MetadataRule]
  let sourceLists: [WordList]
  /// What may decide a place, by its last mark and what follows: most rules are about few of them.
  private let slots: [[(rule: Int32, test: RuleTest)]]

  static let keys = Punctuation.keys.union(["language", "name", "lists", "rules", "metadata"])

  /// - Parameters:
  ///   - own: the file of the language; nil for a language without one.
  ///   - root: the file that serves all.
  init(language: String, own: RuleNode?, root: RuleNode?, _ faults: inout [RulesError]) {
    var punctuation = Punctuation()
    var lists = WordLists()
    var sourceLists: [WordList] = []
    var rules: [ContextRule] = []
    var metadata: [MetadataRule] = []
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
    self.language = language
    self.punctuation = punctuation
    self.lists = lists
    self.rules = rules
    self.metadata = metadata
    self.sourceLists = sourceLists
    slots = Self.slots(of: rules)
  }

  private static let marks: [BreakFeatures] = [
    .markNone, .markStop, .markQuestion, .markExclamation, .markEllipsis, .markNative, .markEmoji, .markSemicolon,
  ]
  /// What the first character after a place may be; nothing at all is the last of the slots.
  private static let nexts: [BreakFeatures] = [
    .nextUpper, .nextLower, .nextMixed, .nextCaseless, .nextDigit, .nextComma, .nextSymbol,
  ]

  private static func slots(of rules: [ContextRule]) -> [[(rule: Int32, test: RuleTest)]] {
    let anyMark = BreakFeatures(marks)
    let anyNext = BreakFeatures(nexts)
    let all = rules.indices.map { (rule: Int32(truncatingIfNeeded: $0), test: rules[$0].test) }
    return marks.flatMap { mark in
      let marked = all.filter { $0.test.mayMatch(mark, of: anyMark) }
      return nexts.map { next in marked.filter { $0.test.mayMatch(next, of: anyNext) } } + [marked]
    }
  }

  /// The first rule that decides a place, or nil where all abstain.
  func decide(_ context: BreakContext, mark: Punctuation.Kind) -> Int? {
    let row = mark.isMark ? Int(mark.rawValue) : 0
    let next = Self.nextSlot(context.features)
    guard row * 8 + next < slots.count else { return nil }
    for (rule, test) in slots[row * 8 + next] where test.matches(context) { return Int(rule) }
    return nil
  }

  private static func nextSlot(_ features: BreakFeatures) -> Int {
    let found = features.rawValue >> UInt64(BreakFeatures.nextUpper.rawValue.trailingZeroBitCount) & 0x7F
    return found == 0 ? 7 : found.trailingZeroBitCount
  }
}
