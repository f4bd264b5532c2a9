/// A number or a date in a text, as a value: "1 960", "1,960" and "mille neuf cent soixante" are equal.
package struct Quantity: Hashable, Sendable {
  package enum Value: Hashable, Sendable, CustomStringConvertible {
    /// A decimal without grouping, trailing zeros of a fraction dropped: "1960", "7.6".
    case number(String)
    /// A day of a month, the year where it is said.
    case date(day: Int, month: Int, year: Int?)

    /// A key that is equal in every language: "number:1960", "date:11-10", "date:2020-11-10".
    package var description: String {
      switch self {
      case .number(let digits): "number:\(digits)"
      case .date(let day, let month, let year): "date:" + (year.map { "\($0)-" } ?? "") + "\(month)-\(day)"
      }
    }
  }

  /// UTF-8 bytes of the text, end excluded.
  package let bytes: Range<Int>
  package let value: Value

  package init(bytes: Range<Int>, value: Value) {
    self.bytes = bytes
    self.value = value
  }
}
