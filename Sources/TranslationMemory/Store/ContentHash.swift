/// A 64-bit hash of bytes that never changes between runs or versions, since it is written to disk.
///
/// Multiply and shift over words of eight bytes, in the manner of wyhash. It tells damage and equal content apart; it
/// withstands no attack, so whoever finds two equal hashes compares the contents.
struct ContentHash {
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  private(set) var value: UInt64

  init(seed: UInt64 = 0x243F_6A88_85A3_08D3) { value = seed }

  mutating func combine(_ word: UInt64) {
    let mixed = (value ^ word) &* Self.factor
    value = mixed ^ (mixed >> 32)
  }

  mutating func combine(_ bytes: UnsafeRawBufferPointer) {
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

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = ContentHash()
    hash.combine(bytes)
    return hash.value
  }

  static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { of($0) } }

  /// The hash of a large block over four lanes, so that it runs at the speed of memory.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var checksum = BlockChecksum()
    checksum.combine(bytes)
    return checksum.value
  }
}

/// A checksum over four lanes of eight bytes, piece by piece.
struct BlockChecksum {
  /// Every piece but the last one is a multiple of this many bytes.
  static let block = 32

  private var a = ContentHash(seed: 1)
  private var b = ContentHash(seed: 2)
  private var c = ContentHash(seed: 3)
  private var d = ContentHash(seed: 4)
  private var tail: [UInt8] = []

  mutating func combine(_ bytes: UnsafeRawBufferPointer) {
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

  var value: UInt64 {
    var hash = a
    hash.combine(b.value)
    hash.combine(c.value)
    hash.combine(d.value)
    tail.withUnsafeBytes { hash.combine($0) }
    return hash.value
  }
}
