/// Turns UTF-8 byte offsets of one text into scalar offsets, lines and columns.
///
/// Libraries count bytes because that is what they hold; people and scripts count Unicode scalars. Built in one pass;
/// each answer costs a binary search and at most 256 bytes of counting.
public struct TextLocator: Sendable {
  private let bytes: [UInt8]
  /// Scalars before byte `256 * i`.
  private let scalarsBefore: [Int]
  /// Byte offset at which each line starts.
  private let lineStarts: [Int]

  public init(_ text: String) {
    let bytes = Array(text.utf8)
    var scalarsBefore: [Int] = []
    scalarsBefore.reserveCapacity(bytes.count / 256 + 1)
    var lineStarts = [0]
    var scalars = 0
    for (offset, byte) in bytes.enumerated() {
      if offset & 255 == 0 { scalarsBefore.append(scalars) }
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if byte == 0x0A || (byte == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A)) {
        lineStarts.append(offset + 1)
      }
    }
    if bytes.count & 255 == 0 { scalarsBefore.append(scalars) }
    self.bytes = bytes
    self.scalarsBefore = scalarsBefore
    self.lineStarts = lineStarts
  }

  /// The number of scalars before byte `offset`, 0-based. Offsets past the end count as the end.
  public func scalarOffset(ofByte offset: Int) -> Int {
    let offset = min(max(offset, 0), bytes.count)
    let block = offset >> 8
    var count = scalarsBefore[block]
    for byte in bytes[(block << 8)..<offset] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// Line and column of byte `offset`, both 1-based, the column in scalars. LF, CR LF and CR end a line.
  public func position(ofByte offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), bytes.count)
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
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}
