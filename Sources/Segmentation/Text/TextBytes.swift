#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The UTF-8 bytes of a text, read safely: outside its bounds every byte is 0 and every scalar is U+0000 of length 0.
///
/// The only unsafe place of this room. The buffer must outlive the value; `Segmenter` guarantees it by keeping all use
/// inside one `withUTF8`.
struct TextBytes {
  private let buffer: UnsafeBufferPointer<UInt8>

  init(_ buffer: UnsafeBufferPointer<UInt8>) { self.buffer = buffer }

  var count: Int { buffer.count }

  @inline(__always)
  subscript(offset: Int) -> UInt8 {
    // One comparison serves both ends: a negative offset is a huge unsigned one.
    UInt(bitPattern: offset) < UInt(bitPattern: buffer.count) ? buffer[offset] : 0
  }

  /// The offset of the first `byte` from `offset` on, below `limit`; `limit` if there is none.
  func first(_ byte: UInt8, from offset: Int, to limit: Int) -> Int {
    let part = part(offset..<max(offset, limit))
    guard let start = part.baseAddress, let found = memchr(start, Int32(byte), part.count) else { return limit }
    return offset + (UnsafeRawPointer(found) - UnsafeRawPointer(start))
  }

  /// The offset of the first byte that `table`, of 256 entries, holds true, from `offset` on, below `limit`; `limit` if
  /// there is none.
  func first(of table: [Bool], from offset: Int, to limit: Int) -> Int {
    let part = part(offset..<max(offset, limit))
    guard table.count >= 256 else { return limit }
    // SAFETY: a byte is no index beyond the 256 entries; `part` is not read beyond its count.
    return table.withUnsafeBufferPointer { table in
      var index = 0
      while index + 4 <= part.count {
        if table[Int(part[index])] || table[Int(part[index + 1])] || table[Int(part[index + 2])]
          || table[Int(part[index + 3])]
        {
          break
        }
        index += 4
      }
      while index < part.count, !table[Int(part[index])] { index += 1 }
      return offset + index
    }
  }

  /// The part of the text with these byte offsets; offsets of the part count from its own start.
  func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: buffer[range.clamped(to: 0..<count)])
  }

  func string(_ range: Range<Int>) -> String { String(decoding: part(range), as: UTF8.self) }

  /// The scalar that starts at `offset` and its length in bytes.
  @inline(__always)
  func scalar(at offset: Int) -> (value: UInt32, length: Int) {
    let first = self[offset]
    if first < 0x80 { return (UInt32(first), offset < count && offset >= 0 ? 1 : 0) }
    return multibyte(first, at: offset)
  }

  private func multibyte(_ first: UInt8, at offset: Int) -> (value: UInt32, length: Int) {
    let second = UInt32(self[offset + 1] & 0x3F)
    if first < 0xE0 { return (UInt32(first & 0x1F) << 6 | second, min(2, count - offset)) }
    let third = UInt32(self[offset + 2] & 0x3F)
    if first < 0xF0 { return (UInt32(first & 0x0F) << 12 | second << 6 | third, min(3, count - offset)) }
    let fourth = UInt32(self[offset + 3] & 0x3F)
    return (UInt32(first & 0x07) << 18 | second << 12 | third << 6 | fourth, min(4, count - offset))
  }

  /// The scalar that ends before `offset` and its length in bytes.
  @inline(__always)
  func scalar(before offset: Int) -> (value: UInt32, length: Int) {
    let last = self[offset - 1]
    if last < 0x80 { return (UInt32(last), offset > 0 && offset <= count ? 1 : 0) }
    var start = offset - 1
    while start > 0, offset - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    return (scalar(at: start).value, offset - start)
  }

  /// The first offset from `offset` on, below `limit`, that is no white space.
  func skippingSpaces(from offset: Int, to limit: Int) -> Int {
    var offset = offset
    while offset < limit {
      let (value, length) = scalar(at: offset)
      guard ScalarKind.isSpace(value), length > 0 else { break }
      offset += length
    }
    return min(offset, limit)
  }

  /// The end of what stands before `offset` without its trailing white space, not below `limit`.
  func trimmingSpaces(before offset: Int, downTo limit: Int) -> Int {
    var offset = offset
    while offset > limit {
      let (value, length) = scalar(before: offset)
      guard ScalarKind.isSpace(value), length > 0 else { break }
      offset -= length
    }
    return max(offset, limit)
  }
}

extension UInt8 {
  /// 0 to 9.
  @inline(__always) var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

/// A scalar of a text against a character in the source.
@inline(__always)
func == (value: UInt32, character: Unicode.Scalar) -> Bool { value == character.value }

@inline(__always)
func != (value: UInt32, character: Unicode.Scalar) -> Bool { value != character.value }
