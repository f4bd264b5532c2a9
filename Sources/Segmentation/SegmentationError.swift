package import Bitext
package import Linguistics

/// Why a segmenter could not be made.
package enum SegmentationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// ICU has no data for sentence boundaries.
  case icu(LinguisticsError)
  /// Patterns of an SRX file that ICU does not compile, all of them: the place of the rule, the pattern, what is wrong.
  case patterns([PatternFault])

  /// One pattern that does not compile.
  package struct PatternFault: Hashable, Sendable, CustomStringConvertible {
    package let position: SourcePosition
    package let pattern: String
    /// ICU's name for the fault, and where in the pattern.
    package let fault: String

    package var description: String {
      "\(position): error: the pattern '\(pattern)' is no ICU regular expression (\(fault)); correct it or delete the rule"
    }
  }

  package var description: String {
    switch self {
    case .icu(let error): error.description
    case .patterns(let faults): faults.map(\.description).joined(separator: "\n")
    }
  }
}
