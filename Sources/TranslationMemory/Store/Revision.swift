package import FoundationEssentials

/// One writing transaction: an import, an edit, a cleaning.
package struct Revision: Hashable, Sendable {
  /// Rises by one; 0 before the first.
  package let number: Int64
  /// Drawn at random: tells a store from its restored backup that went another way under the same numbers.
  package let stamp: Int64
  /// The highest unit id given by then.
  package let lastUnit: Int64
  package let date: Date
  package let who: String?
  /// What was done, for people: "import depeche.tmx".
  package let note: String

  /// A store in which nothing was ever written.
  static let none = Revision(
    number: 0, stamp: 0, lastUnit: 0, date: Date(timeIntervalSince1970: 0), who: nil, note: "")
}

/// What became of a unit: one line of its history.
package struct HistoryEntry: Hashable, Sendable {
  package enum Action: String, Hashable, Sendable {
    case added, edited, deleted
  }

  package let unit: Int64
  package let action: Action
  package let revision: Revision
  /// The unit as it was before; nil for `added`.
  package let before: UnitRecord?
}
