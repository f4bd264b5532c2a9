/// Something that looks wrong, where it stands and what would be right.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// Wrong by a rule or the glossary.
    case error
    /// Very likely wrong.
    case warning
    /// Worth a look.
    case hint
  }

  /// The check that found it: "name-variant", "term-missing".
  public let check: String
  public let severity: Severity
  /// Which text it is in.
  public let side: Anchor.Side
  /// 0-based number of the sentence in that text.
  public let sentence: Int
  /// The words meant: UTF-8 bytes of the sentence, end excluded; empty where something is missing.
  public let bytes: Range<Int>
  public let surface: String
  /// What could stand there instead, best first.
  public let suggestions: [String]
  /// One sentence for a person.
  public let message: String
  /// What the finding rests on: counts, rules, glossary entries, other places.
  public let evidence: [String]

  public init(
    check: String, severity: Severity, side: Anchor.Side, sentence: Int, bytes: Range<Int>,
    surface: String, suggestions: [String] = [], message: String, evidence: [String] = []
  ) {
    self.check = check
    self.severity = severity
    self.side = side
    self.sentence = sentence
    self.bytes = bytes
    self.surface = surface
    self.suggestions = suggestions
    self.message = message
    self.evidence = evidence
  }

  /// The same with one more thing that it rests on.
  public func adding(evidence more: String) -> Diagnostic {
    Diagnostic(
      check: check, severity: severity, side: side, sentence: sentence, bytes: bytes, surface: surface,
      suggestions: suggestions, message: message, evidence: evidence + [more])
  }
}
