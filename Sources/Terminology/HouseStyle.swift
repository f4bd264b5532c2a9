internal import Bitext

/// What one house wants written: a file of `glossary/profiles/`.
public struct HouseStyle: Sendable {
  public let id: String

  /// Where the glossary forbids what this style prefers, or the other way round.
  func contradictions(with concepts: [Concept]) -> [GlossaryFinding] { [] }
}
