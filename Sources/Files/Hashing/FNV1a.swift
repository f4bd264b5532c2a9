/// The hash of Fowler, Noll and Vo, version 1a, 64 bits: for short keys of our own, and to name what a cache holds.
///
/// Two contents with the same value are unlikely, but easy to make on purpose: this protects nothing.
package struct FNV1a: Hashable, Sendable {
  /// The hash of nothing.
  @inlinable package static var seed: UInt64 { 0xCBF2_9CE4_8422_2325 }

  /// The hash of what was added so far.
  package var value = Self.seed

  @inlinable package init() {}

  /// The hash of everything before with one value more: a byte, or a letter that counts as one.
  @inlinable @inline(__always)
  package static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 { (hash ^ value) &* 0x100_0000_01B3 }

  @inlinable package mutating func add(_ byte: UInt8) { value = Self.mix(value, UInt64(byte)) }

  @inlinable package mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = Self.mix(value, UInt64(byte)) }
  }
}
