public import Bitext
public import Linguistics

/// Why a segmenter could not be made.
public enum SegmentationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// ICU has no data for sentence boundaries.
  case icu(LinguisticsError)
  /// Patterns of an SRX file that ICU does not compile, all of them: the place of the rule, the pattern, what is wrong.
  case patterns([PatternFault])

  /// One pattern that does not compile.
  public struct PatternFault: Hashable, Sendable, CustomStringConvertible {
    public let position: SourcePosition
    public let pattern: String
    /// ICU's name for the fault, and where in the pattern.
    public let fault: String

    public var description: String {
      "\(position): error: the pattern '\(pattern)' is no ICU regular expression (\(fault)); correct it or delete the rule"
    }
  }

  public var description: String {
    switch self {
    case .icu(let error): error.description
    case .patterns(let faults): faults.map(\.description).joined(separator: "\n")
    }
  }
}
