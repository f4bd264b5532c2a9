internal import Files
internal import Rules

/// Reads what `NameBytesWriter` wrote. Every read looks at the end of the bytes: damaged ones throw.
struct NameBytesReader {
  /// The bytes end early or say what cannot be.
  struct Damaged: Error {}

  private let bytes: [UInt8]
  private var offset = 0
  /// The texts of the table; each is made when it is asked for.
  private(set) var table = NameTexts()

  init(_ bytes: [UInt8], from start: Int) throws(Damaged) {
    self.bytes = bytes
    offset = start
    let starts = try block32()
    let (place, count) = try span(1)
    guard let texts = NameTexts(bytes, place..<place + count, starts: starts) else { throw Damaged() }
    table = texts
  }

  mutating func number() throws(Damaged) -> Int {
    guard let value = VariableLengthInteger.read(bytes, at: &offset) else { throw Damaged() }
    return Int(Int64(bitPattern: value))
  }

  /// A count of things that are still to come, each of a byte at least.
  mutating func length() throws(Damaged) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - offset else { throw Damaged() }
    return count
  }

  mutating func text() throws(Damaged) -> String {
    let index = try number()
    guard (0..<table.count).contains(index) else { throw Damaged() }
    return table[index]
  }

  mutating func list<Element>(_ read: (inout Self) throws(Damaged) -> Element) throws(Damaged) -> [Element] {
    let count = try length()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }

  mutating func texts() throws(Damaged) -> [String] {
    try list { (reader) throws(Damaged) in try reader.text() }
  }

  mutating func node() throws(Damaged) -> RuleNode {
    let count = try length()
    guard let node = RuleNode(bytes: Array(bytes[offset..<(offset + count)]), file: "") else { throw Damaged() }
    offset += count
    return node
  }

  mutating func float() throws(Damaged) -> Float { Float(bitPattern: UInt32(truncatingIfNeeded: try number())) }

  mutating func block64() throws(Damaged) -> [UInt64] { try block() }
  mutating func block32() throws(Damaged) -> [UInt32] { try block() }

  /// A block of values that `NameBytesWriter.block` wrote, copied at once.
  mutating func block<Value: FixedWidthInteger & BitwiseCopyable>() throws(Damaged) -> [Value] {
    let width = MemoryLayout<Value>.size
    let (start, count) = try span(width)
    let values = [Value](unsafeUninitializedCapacity: count) { buffer, filled in
      // SAFETY: `span` has looked at the end of the bytes; the buffer has room for as many values.
      bytes.withUnsafeBytes { raw in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: raw[start..<start + count * width]))
      }
      filled = count
    }
    #if _endian(big)
      return values.map { Value(littleEndian: $0) }
    #else
      return values
    #endif
  }

  /// Where a block of values lies; the offset is moved behind it.
  private mutating func span(_ width: Int) throws(Damaged) -> (start: Int, count: Int) {
    let count = try number()
    guard count >= 0, count <= (bytes.count - offset) / width else { throw Damaged() }
    defer { offset += width * count }
    return (offset, count)
  }
}
