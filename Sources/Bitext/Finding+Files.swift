extension Finding {
  /// Which rules of a format a file breaks.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    /// Against the structure that the format's schema lays down.
    case schema
    /// Well-structured, but it does not mean what it should.
    case meaning
  }
}
