import Corridor
import FoundationEssentials

/// A day as a person writes it in an option: "2020-11-10".
enum Day {
  /// Midnight of the day, UTC.
  /// - Throws: `UsageError`, with the option's name, if the text is no day.
  static func date(_ text: String, option: String) throws -> Date {
    guard let stamp = stamp(text) else { throw UsageError("\(option) \(text) is no day; write it as 2020-11-10") }
    return Date(timeIntervalSince1970: Double(stamp.seconds))
  }

  /// Nil for what is no day, and for days that no calendar has (2020-02-30).
  static func stamp(_ text: String) -> TimeStamp? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
    return TimeStamp(parts.joined())
  }
}
