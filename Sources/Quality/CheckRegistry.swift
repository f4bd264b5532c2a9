package import Bitext

/// Every check there is, in the order of their findings.
package enum CheckRegistry {
  package static let checks: [any Check] = [
    NameMismatch(), NameMisspelt(), NameUntransliterated(), NameVariant(), TermForbidden(), TermMissing(),
  ]

  /// Runs checks and puts their findings in order of place: the source first, then by sentence and byte.
  package static func run(_ checks: [any Check], on work: CheckedWork) -> [Finding] {
    let found = checks.flatMap { $0.findings(in: work) }
    return found.sorted { left, right in
      let (a, b) = (order(left), order(right))
      return a == b ? left.check < right.check : a < b
    }
  }

  /// Where a finding comes: the source first, then by sentence and byte.
  private static func order(_ finding: Finding) -> (Int, Int, Int) {
    guard let words = finding.words else { return (2, 0, 0) }
    return (words.side == .target ? 1 : 0, words.sentence, words.bytes.lowerBound)
  }
}
