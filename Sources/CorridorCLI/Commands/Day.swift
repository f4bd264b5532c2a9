import FoundationEssentials

/// A day as a person writes it in an option: "2020-11-10".
enum Day {
  /// Midnight of the day, UTC.
  /// - Throws: `UsageError`, with the option's name, if the text is no day.
  static func date(_ text: String, option: String) throws -> Date {
    let style = Date.ISO8601FormatStyle().year().month().day()
    guard text.utf8.count == 10, let date = try? style.parse(text) else {
      throw UsageError("\(option) \(text) is no day; write it as 2020-11-10")
    }
    return date
  }
}
