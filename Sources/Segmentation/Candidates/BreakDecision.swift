/// What was decided at a candidate place, by which rule.
public struct BreakDecision: Hashable, Sendable {
  /// Where the sentence ends or would end: UTF-8 bytes of the whole text.
  public let offset: Int
  /// Whether a sentence ends there.
  public let breaks: Bool
  /// The rule that decided: an id of the rule files, `icu` where they abstained, `srx` with its place for an SRX rule.
  public let rule: String
  /// The rule's reason.
  public let why: String

  package init(offset: Int, breaks: Bool, rule: String, why: String) {
    self.offset = offset
    self.breaks = breaks
    self.rule = rule
    self.why = why
  }
}
