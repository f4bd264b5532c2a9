/// A date and time in UTC to the second, as TMX 1.4b writes it (ISO 8601, basic format): "20201110T120000Z".
public struct TimeStamp: Hashable, Sendable, CustomStringConvertible {
  /// Seconds since the start of 1970, UTC.
  public let seconds: Int64

  /// The seconds of the years 1 to 9999, which four digits can write.
  public static let seconds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// A time by its seconds since the start of 1970, whatever the number is: rounded down, and taken for the first or last
  /// second that can be written if it is none of those.
  public init(_ seconds: Double) {
    let (first, last) = (Self.seconds.lowerBound, Self.seconds.upperBound)
    // "Not a number" is neither.
    self.seconds = seconds < Double(last) ? Int64(max(seconds, Double(first)).rounded(.down)) : last
  }

  /// A time by its seconds since the start of 1970, UTC.
  public init(seconds: Int64) { self.seconds = seconds }

  /// Reads what tools write: the date alone is midnight, and the "Z" may be missing. Nil for anything else.
  public init?(_ text: String) {
    guard let fields = Fields(text), fields.year > 0, fields.exists else { return nil }
    seconds = Int64(fields.daysSince1970) * 86_400 + Int64(fields.hour * 3_600 + fields.minute * 60 + fields.second)
  }

  /// Whether a text is a date exactly as TMX lays it down, with a day and a time that exist.
  public static func isStrict(_ text: String) -> Bool {
    text.utf8.count == 16 && Fields(text)?.exists == true
  }

  /// As TMX writes it: "20201110T120000Z".
  public var description: String {
    let (days, time) = seconds.quotientAndRemainder(dividingByRoundedDown: 86_400)
    let date = Fields.date(daysSince1970: Int(days))
    func digits(_ number: Int, _ count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.count)) + text
    }
    return digits(date.year, 4) + digits(date.month, 2) + digits(date.day, 2) + "T" + digits(Int(time) / 3_600, 2)
      + digits(Int(time) / 60 % 60, 2) + digits(Int(time) % 60, 2) + "Z"
  }

  /// The numbers of a date as it is spelt; whether there is such a day is not asked.
  private struct Fields {
    let year, month, day: Int
    var hour = 0
    var minute = 0
    var second = 0

    init?(_ text: String) {
      let bytes = Array(text.utf8)
      func number(_ range: Range<Int>) -> Int? {
        guard range.upperBound <= bytes.count else { return nil }
        var number = 0
        for byte in bytes[range] {
          guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
          number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
      }
      guard let year = number(0..<4), let month = number(4..<6), let day = number(6..<8) else { return nil }
      (self.year, self.month, self.day) = (year, month, day)
      if bytes.count == 8 { return }
      guard bytes[8] == UInt8(ascii: "T"), let hour = number(9..<11), let minute = number(11..<13),
        let second = number(13..<15), bytes.count == 15 || (bytes.count == 16 && bytes[15] == UInt8(ascii: "Z"))
      else { return nil }
      (self.hour, self.minute, self.second) = (hour, minute, second)
    }

    /// Whether there is such a day and such a time on it.
    var exists: Bool {
      guard (1...12).contains(month) else { return false }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
      return (1...days).contains(day) && hour < 24 && minute < 60 && second < 61
    }

    // Source of the two below: Hinnant, "chrono-Compatible Low-Level Date Algorithms". Years begin in March.

    var daysSince1970: Int {
      let year = month <= 2 ? self.year - 1 : self.year
      let era = year / 400
      let yearOfEra = year - era * 400
      let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
      return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func date(daysSince1970: Int) -> (year: Int, month: Int, day: Int) {
      let (era, dayOfEra) = (daysSince1970 + 719_468).quotientAndRemainder(dividingByRoundedDown: 146_097)
      let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
      let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
      let month = (5 * dayOfYear + 2) / 153
      let day = dayOfYear - (153 * month + 2) / 5 + 1
      let year = yearOfEra + era * 400
      return month < 10 ? (year, month + 3, day) : (year + 1, month - 9, day)
    }
  }
}

extension BinaryInteger {
  /// The quotient that is not greater than the true one, and the remainder, which is never negative.
  fileprivate func quotientAndRemainder(dividingByRoundedDown divisor: Self) -> (quotient: Self, remainder: Self) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
