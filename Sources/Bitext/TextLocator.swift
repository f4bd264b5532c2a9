/// Turns UTF-8 byte offsets of one text into scalar offsets, lines and columns.
///
/// Libraries count bytes because that is what they hold; people and scripts count Unicode scalars. Built in one pass;
/// each answer costs a binary search and at most 256 bytes of counting.
public struct TextLocator: Sendable {
  /// Contiguous UTF-8: shares its storage with the text it was made from.
  private let text: String
  private let count: Int
  /// Scalars before byte `256 * i`.
  private let scalarsBefore: [Int]
  /// Byte offset at which each line starts.
  private let lineStarts: [Int]

  /// Prepares a text: later questions take no walk over it.
  public init(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    var scalarsBefore: [Int] = []
    var lineStarts = [0]
    Self.bytes(of: text) { bytes in
      scalarsBefore.reserveCapacity(bytes.count / 256 + 1)
      var scalars = 0
      for (offset, byte) in bytes.enumerated() {
        if offset & 255 == 0 { scalarsBefore.append(scalars) }
        if byte & 0xC0 != 0x80 { scalars += 1 }
        if byte == 0x0A || (byte == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A)) {
          lineStarts.append(offset + 1)
        }
      }
      if bytes.count & 255 == 0 { scalarsBefore.append(scalars) }
    }
    self.text = text
    count = text.utf8.count
    self.scalarsBefore = scalarsBefore
    self.lineStarts = lineStarts
  }

  /// The number of scalars before byte `offset`, 0-based. Offsets past the end count as the end.
  public func scalarOffset(ofByte offset: Int) -> Int {
    let offset = min(max(offset, 0), count)
    let block = offset >> 8
    return Self.bytes(of: text) { bytes in
      var count = scalarsBefore[block]
      for byte in bytes[(block << 8)..<offset] where byte & 0xC0 != 0x80 { count += 1 }
      return count
    }
  }

  /// Line and column of byte `offset`, both 1-based, the column in scalars. LF, CR LF and CR end a line.
  public func position(ofByte offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    let column = scalarOffset(ofByte: offset) - scalarOffset(ofByte: lineStarts[low])
    return (low + 1, column + 1)
  }

  /// The text between two byte offsets.
  public func text(_ range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<count)
    return Self.bytes(of: text) { String(decoding: $0[range], as: UTF8.self) }
  }

  /// The bytes of a text where they stand; a text that is not contiguous is copied.
  private static func bytes<Value>(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
    text.utf8.withContiguousStorageIfAvailable(body) ?? Array(text.utf8).withUnsafeBufferPointer(body)
  }
}
