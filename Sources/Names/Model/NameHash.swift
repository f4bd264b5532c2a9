/// FNV-1a over letters, for the keys of learned weights.
enum NameHash {
  static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  static func mix(_ hash: UInt64, _ value: UInt32) -> UInt64 { (hash ^ UInt64(value)) &* 0x100_0000_01b3 }

  static func mix(_ hash: UInt64, _ letters: some Sequence<Unicode.Scalar>) -> UInt64 {
    letters.reduce(hash) { mix($0, $1.value) }
  }

  /// source, ">", target.
  static func pair(_ source: [Unicode.Scalar], _ target: [Unicode.Scalar]) -> UInt64 {
    mix(mix(mix(seed, source), 0x3E), target)
  }

  static func text(_ text: some StringProtocol) -> UInt64 { mix(seed, text.unicodeScalars) }
}
