internal import Romanization

/// A piece of a spelling and the piece of another spelling that stands for the same letters of the name.
struct NameUnit: Sendable {
  let source: [Unicode.Scalar]
  let target: [Unicode.Scalar]
  let when: RomanizationContext
  /// Logarithm of how much the rules alone prefer the unit to others at one place.
  let prior: Double
  /// Number of the table's row that licenses it; -1 for a letter that stays as it is.
  let row: Int
  /// Hash of the pair, for learned weights.
  let key: UInt64
}
