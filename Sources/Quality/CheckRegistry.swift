package import Bitext

/// Every check there is, in the order of their findings.
package enum CheckRegistry {
  package static let checks: [any Check] = [
    NameMismatch(), NameMisspelt(), NameUntransliterated(), NameVariant(), TermForbidden(), TermMissing(),
  ]

  /// Runs checks and puts their findings in order of place: the source first, then by sentence and byte.
  package static func run(_ checks: [any Check], on work: CheckedWork) -> [Diagnostic] {
    let found = checks.flatMap { $0.findings(in: work) }
    return found.sorted { left, right in
      let a = (left.side == .target ? 1 : 0, left.sentence, left.bytes.lowerBound, left.check)
      let b = (right.side == .target ? 1 : 0, right.sentence, right.bytes.lowerBound, right.check)
      return a < b
    }
  }
}
