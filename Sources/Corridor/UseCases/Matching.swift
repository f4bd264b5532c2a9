package import Bitext
internal import FoundationEssentials
package import TranslationMemory

/// How the memory is asked for matches.
package struct MatchOptions: Sendable {
  package var from: LanguageTag?
  package var to: LanguageTag?
  /// The least score, 0...100.
  package var minimum = 70.0
  package var top = 5
  /// Whether targets are mended where the match differs by something that can be carried over.
  package var repairs = true
  package var memory = MemoryPlace.workspace

  package init() {}
}

/// A match, and its target mended where that could be done.
package struct FoundMatch: Sendable {
  package let match: Match
  package let repair: TargetRepair?
}

/// One text that was looked for, and what the memory has for it.
package struct MatchAnswer: Sendable {
  /// 1-based number of the text among those asked for; the line, where a file was asked for.
  package let line: Int
  package let query: String
  /// Best first.
  package let matches: [FoundMatch]
}

extension Workspace {
  /// Looks texts up in the memory, one after the other; each has the one before and the one after as its neighbours.
  /// - Parameters:
  ///   - texts: empty ones are passed over.
  ///   - body: is given the answers in the order of the texts.
  /// - Throws: `CorridorError.usage` where no memory is named or a number is out of range.
  package func match(
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
        FoundMatch(match: match, repair: options.repairs ? try repair(match, for: text, from: from, to: to) : nil)
      }
      try body(MatchAnswer(line: index + 1, query: text, matches: found))
    }
  }
}
