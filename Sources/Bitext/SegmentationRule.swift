/// One rule of an SRX file: whether the place between two texts ends a sentence.
///
/// Source: SRX 2.0 (LISA OSCAR, 2008). Patterns are ICU regular expressions.
public struct SegmentationRule: Hashable, Sendable {
  /// Whether the place is a sentence end (`break="yes"`) or explicitly none.
  public let breaks: Bool
  /// What must end at the place; empty matches anywhere.
  public let before: String
  /// What must start at the place; empty matches anywhere.
  public let after: String
  /// Where the rule is written.
  public let position: SourcePosition

  /// A rule of two expressions, before and after the place.
  public init(breaks: Bool, before: String, after: String, position: SourcePosition) {
    self.breaks = breaks
    self.before = before
    self.after = after
    self.position = position
  }
}
