internal import Files

/// Writes numbers and texts that `NameBytesReader` reads: compiled names.
///
/// Numbers are `VariableLengthInteger`; every text once, in a table at the end, and by its number
/// elsewhere.
struct NameBytesWriter {
  private(set) var bytes: [UInt8] = []
  private var texts: [String] = []
  private var numbers: [String: Int] = [:]

  mutating func number(_ value: Int) {
    VariableLengthInteger.append(UInt64(bitPattern: Int64(value)), to: &bytes)
  }

  mutating func text(_ text: String) {
    if let known = numbers[text] { return number(known) }
    numbers[text] = texts.count
    number(texts.count)
    texts.append(text)
  }

  mutating func list<Element>(_ elements: some Collection<Element>, _ write: (inout Self, Element) -> Void) {
    number(elements.count)
    for element in elements { write(&self, element) }
  }

  mutating func texts(_ texts: some Collection<String>) { list(texts) { $0.text($1) } }

  mutating func float(_ value: Float) { number(Int(value.bitPattern)) }

  /// A block of fixed-width values, as they lie in memory on a little-endian machine.
  mutating func block(_ values: [UInt64]) {
    number(values.count)
    for value in values { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
  }

  mutating func block(_ values: [UInt32]) {
    number(values.count)
    for value in values { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
  }

  /// The table of texts, then what was written.
  func finished() -> [UInt8] {
    var head = NameBytesWriter()
    head.number(texts.count)
    for text in texts {
      head.number(text.utf8.count)
      head.bytes += text.utf8
    }
    return head.bytes + bytes
  }
}

/// Reads what `NameBytesWriter` wrote. Every read looks at the end of the bytes: damaged ones throw.
struct NameBytesReader {
  /// The bytes end early or say what cannot be.
  struct Damaged: Error {}

  private let bytes: [UInt8]
  private var offset = 0
  private var table: [String] = []

  init(_ bytes: [UInt8], from start: Int) throws(Damaged) {
    self.bytes = bytes
    offset = start
    let count = try length()
    table.reserveCapacity(count)
    for _ in 0..<count {
      let size = try length()
      let end = offset + size
      guard end <= bytes.count else { throw Damaged() }
      table.append(String(decoding: bytes[offset..<end], as: UTF8.self))
      offset = end
    }
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
    guard table.indices.contains(index) else { throw Damaged() }
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

  mutating func float() throws(Damaged) -> Float { Float(bitPattern: UInt32(truncatingIfNeeded: try number())) }

  mutating func block64() throws(Damaged) -> [UInt64] {
    let (start, count) = try span(8)
    return bytes.withUnsafeBytes { raw in
      (0..<count).map { UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start + 8 * $0, as: UInt64.self)) }
    }
  }

  mutating func block32() throws(Damaged) -> [UInt32] {
    let (start, count) = try span(4)
    return bytes.withUnsafeBytes { raw in
      (0..<count).map { UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: start + 4 * $0, as: UInt32.self)) }
    }
  }

  /// Where a block of values lies; the offset is moved behind it.
  private mutating func span(_ width: Int) throws(Damaged) -> (start: Int, count: Int) {
    let count = try number()
    guard count >= 0, count <= (bytes.count - offset) / width else { throw Damaged() }
    defer { offset += width * count }
    return (offset, count)
  }
}
