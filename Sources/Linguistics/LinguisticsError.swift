internal import CICU

/// What ICU refused.
package enum LinguisticsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A call failed for a reason outside the text: data missing, memory.
  case icu(status: Int32, doing: String)

  package var description: String {
    switch self {
    case .icu(let status, let doing):
      "ICU could not \(doing): \(String(cString: cicu_error_name(status))); is libicu installed whole?"
    }
  }
}
