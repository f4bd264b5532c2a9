package import Bitext

/// Every check there is.
package enum CheckRegistry {
  package static let checks: [any Check] = [
    NameMismatch(), NameMisspelt(), NameUntransliterated(), NameVariant(), TermForbidden(), TermMissing(),
  ]

  /// The checks of some ids; all where none is named.
  package static func checks(_ ids: Set<String>) -> [any Check] {
    checks.filter { ids.isEmpty || ids.contains($0.id) }
  }

  /// Puts findings in order of place: the source first, then by sentence and byte, then by check; what has the same place
  /// and check stays in order.
  package static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().map { (place: Place($1, $0), finding: $1) }.sorted { $0.place < $1.place }.map(\.finding)
  }

  private struct Place: Comparable {
    let numbers: (Int, Int, Int)
    let check: String
    let order: Int

    init(_ finding: Finding, _ order: Int) {
      numbers = finding.words.map { ($0.side == .target ? 1 : 0, $0.sentence, $0.bytes.lowerBound) } ?? (2, 0, 0)
      check = finding.check
      self.order = order
    }

    static func < (a: Place, b: Place) -> Bool {
      a.numbers == b.numbers ? (a.check, a.order) < (b.check, b.order) : a.numbers < b.numbers
    }
    static func == (a: Place, b: Place) -> Bool { a.numbers == b.numbers && a.check == b.check && a.order == b.order }
  }
}
