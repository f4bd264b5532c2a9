import Foundation

/// Numbers that look random and can be had again: SplitMix64 (Vigna 2015).
///
/// Tests of random input use it and nothing else, so that what failed once fails again.
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed &+ 0x1234_5678 }

  /// A generator with a seed of its own for each run, which is printed; `CORRIDOR_SEED` in the environment gives one again.
  package init(for test: String) {
    let given = ProcessInfo.processInfo.environment["CORRIDOR_SEED"].flatMap { UInt64($0) }
    let seed = given ?? UInt64.random(in: 0...UInt64(UInt32.max))
    print("\(test): CORRIDOR_SEED=\(seed)")
    self.init(seed: seed)
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
