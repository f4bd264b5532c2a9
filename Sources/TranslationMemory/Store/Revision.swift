public import FoundationEssentials

/// One writing transaction: an import, an edit, a cleaning.
public struct Revision: Hashable, Sendable {
  /// Rises by one; 0 before the first.
  public let number: Int64
  /// Drawn at random: tells a store from its restored backup that went another way under the same numbers.
  public let stamp: Int64
  /// The highest unit id given by then.
  public let lastUnit: Int64
  /// When it was written.
  public let date: Date
  /// Who wrote it; nil if that is not known.
  public let who: String?
  /// What was done, for people: "import depeche.tmx".
  public let note: String

  /// A store in which nothing was ever written.
  static let none = Revision(
    number: 0, stamp: 0, lastUnit: 0, date: Date(timeIntervalSince1970: 0), who: nil, note: "")
}

/// What became of a unit: one line of its history.
public struct HistoryEntry: Hashable, Sendable {
  /// What was done with a unit.
  public enum Action: String, Hashable, Sendable {
    case added, edited, deleted
  }

  /// The number of the unit.
  public let unit: Int64
  /// What was done with it.
  public let action: Action
  /// The writing in which it was done.
  public let revision: Revision
  /// The unit as it was before; nil for `added`.
  public let before: UnitRecord?
}
