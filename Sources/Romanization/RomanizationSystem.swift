/// A convention by which a name of another script is spelt with Latin letters: a press by its language ("fr": Pachinian,
/// Choïgou), or a system of maps ("bgn").
///
/// It is only a name of eight letters at most, as BCP 47 allows a language; which ones there are is data
/// (`RomanizationConventions`).
package struct RomanizationSystem: Hashable, Sendable {
  /// The letters, the first in the highest byte: such a key costs no more than a case of an enum.
  private let letters: UInt64

  /// - Returns: nil for an empty name, more than eight letters, or letters outside ASCII.
  package init?(_ label: some StringProtocol) {
    guard (1...8).contains(label.utf8.count), label.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    letters = Self.packed(label.utf8)
  }

  /// As files spell it.
  package var label: String {
    let bytes = stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: letters >> UInt64($0)) }
    return String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
  }

  private static func packed(_ label: some Sequence<UInt8>) -> UInt64 {
    var letters: UInt64 = 0
    var shift: UInt64 = 64
    for byte in label.prefix(8) {
      shift -= 8
      letters |= UInt64(byte) << shift
    }
    return letters
  }
}

extension RomanizationSystem: ExpressibleByStringLiteral {
  /// For constants; what is longer than eight letters is cut.
  package init(stringLiteral value: String) { letters = Self.packed(value.utf8) }
}

extension RomanizationSystem: CustomStringConvertible {
  package var description: String { label }
}
