internal import Files

/// FNV-1a over letters, for the keys of learned weights.
enum NameHash {
  static var seed: UInt64 { FNV1a.seed }

  /// What is between a piece and what it becomes, as features are spelt.
  @inline(__always) static var arrow: UInt32 { (">" as Unicode.Scalar).value }
  /// The edge of a word.
  @inline(__always) static var edge: UInt32 { ("#" as Unicode.Scalar).value }
  /// What is between words.
  @inline(__always) static var space: UInt32 { (" " as Unicode.Scalar).value }

  static func mix(_ hash: UInt64, _ value: UInt32) -> UInt64 { FNV1a.mix(hash, UInt64(value)) }

  static func mix(_ hash: UInt64, _ letters: some Sequence<Unicode.Scalar>) -> UInt64 {
    letters.reduce(hash) { mix($0, $1.value) }
  }

  /// source, ">", target.
  static func pair(_ source: [Unicode.Scalar], _ target: [Unicode.Scalar]) -> UInt64 {
    mix(mix(mix(seed, source), arrow), target)
  }

  static func text(_ text: some StringProtocol) -> UInt64 { mix(seed, text.unicodeScalars) }
}
