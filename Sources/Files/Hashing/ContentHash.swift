/// A 64-bit hash of bytes that never changes between runs or versions, since it is written to disk.
///
/// One round takes in a word of eight bytes: `x = (x ^ word) * 0x9E3779B97F4A7C15; x ^= x >> 32`. The factor is 2^64
/// divided by the golden ratio, as in Fibonacci hashing (Knuth, The Art of Computer Programming, volume 3, 6.4); the
/// length is taken in at the end. It is no published digest and withstands no attack: it tells damage and equal content
/// apart. Each round can be undone, so two contents of equal length that differ in one word never have the same hash.
/// Whoever must be certain compares the contents.
package struct ContentHash: Sendable {
  @usableFromInline static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  @usableFromInline var state: UInt64

  @inlinable package var value: UInt64 { state }

  @inlinable
  package init(seed: UInt64 = 0x243F_6A88_85A3_08D3) { state = seed }

  @inlinable
  package mutating func combine(_ word: UInt64) {
    let mixed = (state ^ word) &* Self.factor
    state = mixed ^ (mixed >> 32)
  }

  @inlinable
  package mutating func combine(_ bytes: UnsafeRawBufferPointer) {
    var offset = 0
    while offset + 8 <= bytes.count {
      combine(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    var tail: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.count {
      tail |= UInt64(bytes[offset]) << shift
      shift += 8
      offset += 1
    }
    // The length tells "a" from "a\0".
    combine(tail)
    combine(UInt64(bytes.count))
  }

  @inlinable
  package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = ContentHash()
    hash.combine(bytes)
    return hash.value
  }

  @inlinable
  package static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { of($0) } }

  /// The hash of a large block over four lanes, so that it runs at the speed of memory.
  package static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var checksum = BlockChecksum()
    checksum.combine(bytes)
    return checksum.value
  }
}
