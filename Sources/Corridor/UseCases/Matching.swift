public import Bitext
internal import FoundationEssentials
public import TranslationMemory

/// How the memory is asked for matches.
public struct MatchOptions: Sendable {
  /// The language of the texts; nil takes the workspace's.
  public var from: LanguageTag?
  /// The language of the translations; nil takes the workspace's.
  public var to: LanguageTag?
  /// The least score, 0...100.
  public var minimum = 70.0
  /// How many matches of each text at most, 1 or more.
  public var top = 5
  /// Whether targets are mended where the match differs by something that can be carried over.
  public var repairs = true
  /// The memory that is asked.
  public var memory = MemoryPlace.workspace

  /// At most five matches of at least 70 %, mended.
  public init() {}
}

/// A match, and its target mended if that could be done.
public struct FoundMatch: Hashable, Sendable {
  /// What the memory has.
  public let match: Match
  /// Nil if nothing that differs can be carried over, or nothing differs.
  public let repair: MendedTarget?
}

/// The target of a match with what the text asked for has instead: other terms, names, numbers and dates.
public struct MendedTarget: Hashable, Sendable {
  /// One piece of the target that was replaced.
  public struct Change: Hashable, Sendable {
    /// What was carried over.
    public enum Kind: String, Hashable, Sendable { case term, name, number, date }

    /// What was carried over.
    public let kind: Kind
    /// As the match's target has it.
    public let replaced: String
    /// As the mended target has it.
    public let replacement: String
    /// What it follows from in the sources: "Erevan → Bakou".
    public let cause: String
  }

  /// The mended target.
  public let text: String
  /// In the order of the text; never empty.
  public let changes: [Change]
  /// Whether everything that the sources differ by was carried over.
  public let isComplete: Bool

  init(_ repair: TargetRepair) {
    text = repair.text
    isComplete = repair.isComplete
    changes = repair.changes.map {
      Change(
        kind: Change.Kind(rawValue: $0.kind.rawValue) ?? .term, replaced: $0.replaced, replacement: $0.replacement,
        cause: $0.cause)
    }
  }
}

/// One text that was looked for, and what the memory has for it.
public struct MatchAnswer: Sendable {
  /// 1-based number of the text among those asked for; the line, where a file was asked for.
  public let line: Int
  /// The text that was looked for.
  public let query: String
  /// Best first.
  public let matches: [FoundMatch]
}

extension Workspace {
  /// What the memory has for one text without neighbours, best first; nothing for an empty text.
  /// - Throws: `CorridorError.noMemoryHere`, `.noSuchMemory`, `.memory`, `.outOfRange`.
  public func match(_ text: String, _ options: MatchOptions = MatchOptions()) throws(CorridorError) -> [FoundMatch] {
    var found: [FoundMatch] = []
    try rememberingAll { try match([text], options) { found = $0.matches } }
    return found
  }

  /// Looks texts up in the memory, one after the other; each has the one before and the one after as its neighbours.
  /// - Parameters:
  ///   - texts: empty ones are passed over.
  ///   - body: is given the answers in the order of the texts.
  /// - Throws: `CorridorError.noMemoryHere`, `.noSuchMemory`, `.outOfRange`, and what `body` throws.
  public func match(
    _ texts: [String], _ options: MatchOptions = MatchOptions(), _ body: (MatchAnswer) throws -> Void
  ) throws {
    guard (0...100).contains(options.minimum) else {
      throw CorridorError.outOfRange(.minimumScore, value: options.minimum, 0...100)
    }
    guard options.top > 0 else { throw CorridorError.outOfRange(.count, value: Double(options.top), 1...(.infinity)) }
    let memory = try memory(options.memory, isRead: true)
    let (from, to) = (options.from ?? configuration.from, options.to ?? configuration.to)
    for (index, text) in texts.enumerated() where !text.allSatisfy(\.isWhitespace) {
      let previous = index > 0 ? texts[index - 1] : nil
      let next = index + 1 < texts.count ? texts[index + 1] : nil
      let query = MatchQuery(
        text, from: from, to: to, context: DocumentContext(language: from, previous: previous, next: next),
        minimum: options.minimum, top: options.top, rules: configuration.matchRules)
      let matches = try remembering { () throws(MemoryError) in try memory.matches(query) }
      let found = try matches.map { match in
        let repair = options.repairs ? try repair(match, for: text, from: from, to: to) : nil
        return FoundMatch(match: match, repair: repair.map(MendedTarget.init))
      }
      try body(MatchAnswer(line: index + 1, query: text, matches: found))
    }
  }
}
