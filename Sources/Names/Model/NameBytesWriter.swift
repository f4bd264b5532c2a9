internal import Files
internal import Rules

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

  mutating func text(_ text: String) { number(number(of: text)) }

  /// The number of a text in the table.
  mutating func number(of text: String) -> Int {
    if let known = numbers[text] { return known }
    numbers[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  mutating func list<Element>(_ elements: some Collection<Element>, _ write: (inout Self, Element) -> Void) {
    number(elements.count)
    for element in elements { write(&self, element) }
  }

  mutating func texts(_ texts: some Collection<String>) { list(texts) { $0.text($1) } }

  /// A small rule file, whole.
  mutating func node(_ node: RuleNode) {
    let bytes = node.bytes
    number(bytes.count)
    self.bytes += bytes
  }

  mutating func float(_ value: Float) { number(Int(value.bitPattern)) }

  /// A block of fixed-width values, as they lie in memory on a little-endian machine.
  mutating func block<Value: FixedWidthInteger & BitwiseCopyable>(_ values: [Value]) {
    number(values.count)
    for value in values { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
  }

  /// The table of texts (where each begins, and where the last ends; then all end to end), then what was written.
  func finished() -> [UInt8] {
    var starts: [UInt32] = [0]
    var letters: [UInt8] = []
    for text in texts {
      letters += text.utf8
      starts.append(UInt32(letters.count))
    }
    var head = NameBytesWriter()
    head.block(starts)
    head.block(letters)
    return head.bytes + bytes
  }
}
