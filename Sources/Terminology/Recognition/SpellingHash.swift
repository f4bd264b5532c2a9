/// Tells spellings apart by 64 bits, eight bytes at a step.
///
/// Each step can be undone, so that no two spellings of at most eight bytes have the same hash; of longer ones a million
/// meet by chance once in 10^7 glossaries.
enum SpellingHash {
  static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Takes in the next eight bytes of a spelling, lowest first; what the last ones lack is zero.
  @inline(__always)
  static func step(_ hash: UInt64, _ chunk: UInt64) -> UInt64 {
    let product = (hash ^ chunk) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }

  /// Spreads the last step over all bits. Source: the finalizer of MurmurHash3 (Appleby 2011).
  @inline(__always)
  static func finish(_ hash: UInt64) -> UInt64 { FormTable.mixed(hash) }

  static func hash(of bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = start
    var chunk: UInt64 = 0
    var shift: UInt64 = 0
    for byte in bytes {
      chunk |= UInt64(byte) << shift
      shift += 8
      if shift == 64 {
        hash = step(hash, chunk)
        (chunk, shift) = (0, 0)
      }
    }
    return finish(shift > 0 ? step(hash, chunk) : hash)
  }

  /// The same of a part of a text, faster.
  @inline(__always)
  static func hash(of part: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard part.upperBound + 8 <= text.count else { return hash(of: text[part]) }
    let bytes = UnsafeRawBufferPointer(text)
    var hash = start
    var place = part.lowerBound
    while place + 8 <= part.upperBound {
      hash = step(hash, bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian)
      place += 8
    }
    let rest = UInt64(part.upperBound - place) * 8
    if rest > 0 {
      let chunk = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
      hash = step(hash, chunk & ((1 << rest) - 1))
    }
    return finish(hash)
  }
}
