/// Many texts end to end in one array, which are made into strings only when they are asked for.
struct NameTexts: Sendable {
  private let bytes: [UInt8]
  /// Where the texts begin among the bytes.
  private let base: Int
  /// Where each text begins after `base`, and where the last one ends.
  private let starts: [UInt32]

  init() { (bytes, base, starts) = ([], 0, [0]) }

  /// - Parameters:
  ///   - range: of the bytes that the texts fill.
  ///   - starts: one more than there are texts, rising.
  /// - Returns: nil where the starts do not fit the range.
  init?(_ bytes: [UInt8], _ range: Range<Int>, starts: [UInt32]) {
    guard starts.first == 0, let end = starts.last, Int(end) == range.count else { return nil }
    var last: UInt32 = 0
    for start in starts {
      if start < last { return nil }
      last = start
    }
    self.bytes = bytes
    base = range.lowerBound
    self.starts = starts
  }

  var count: Int { starts.count - 1 }

  subscript(number: Int) -> String { String(decoding: bytes[range(number)], as: UTF8.self) }

  private func range(_ number: Int) -> Range<Int> { base + Int(starts[number])..<base + Int(starts[number + 1]) }

  /// Whether a text is the one of a number.
  func isText(_ number: Int, _ text: String) -> Bool {
    let range = range(number)
    return text.utf8.count == range.count && text.utf8.elementsEqual(bytes[range])
  }
}
