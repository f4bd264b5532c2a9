/// A checksum over four lanes of eight bytes, piece by piece: what `ContentHash` is for short contents, at the speed of
/// memory for long ones.
package struct BlockChecksum: Sendable {
  /// Every piece but the last one is a multiple of this many bytes.
  package static let block = 32

  private var a = ContentHash(seed: 1)
  private var b = ContentHash(seed: 2)
  private var c = ContentHash(seed: 3)
  private var d = ContentHash(seed: 4)
  private var tail: [UInt8] = []

  package init() {}

  package mutating func combine(_ bytes: UnsafeRawBufferPointer) {
    var (a, b, c, d) = (a, b, c, d)
    var offset = 0
    while offset + Self.block <= bytes.count {
      a.combine(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      b.combine(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)))
      c.combine(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self)))
      d.combine(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self)))
      offset += Self.block
    }
    (self.a, self.b, self.c, self.d) = (a, b, c, d)
    tail = Array(bytes[offset...])
  }

  package var value: UInt64 {
    var hash = a
    for lane in [b, c, d] { hash.combine(lane.value) }
    tail.withUnsafeBytes { hash.combine($0) }
    return hash.value
  }

  /// Twice as many bits: `value`, and the lanes taken in the other order.
  package var wideValue: (UInt64, UInt64) {
    var hash = d
    for lane in [c, b, a] { hash.combine(lane.value) }
    tail.withUnsafeBytes { hash.combine($0) }
    return (value, hash.value)
  }
}
