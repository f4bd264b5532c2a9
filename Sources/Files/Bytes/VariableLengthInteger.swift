/// Whole numbers in as few bytes as they need: seven bits a byte, the lowest first, and a top bit where more follow.
///
/// 300 is 0xAC 0x02. Source: LEB128, as DWARF 5 has it (section 7.6).
package enum VariableLengthInteger {
  /// Writes a number in one to ten bytes.
  @inlinable @inline(__always)
  package static func append(_ value: UInt64, to bytes: inout [UInt8]) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// The same from an array, which is what nearly all callers have: made for it once, here.
  package static func read(_ bytes: [UInt8], at offset: inout Int) -> UInt64? {
    bytes.withUnsafeBufferPointer { read($0, at: &offset) }
  }

  /// The number at `offset`, which is moved behind it.
  /// - Returns: nil if the bytes end within it, or if it has more than 64 bits; the offset is then anywhere up to the end.
  @inlinable @inline(__always)
  package static func read<Bytes: RandomAccessCollection>(_ bytes: Bytes, at offset: inout Int) -> UInt64?
  where Bytes.Element == UInt8, Bytes.Index == Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while offset < bytes.endIndex {
      let byte = bytes[offset]
      offset += 1
      // The tenth byte has room for one bit.
      if shift == 63, byte > 1 { return nil }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
    return nil
  }
}
