/// A list that runs on in one paragraph: "1) one 2) two". Follows the markers of a paragraph that opens with one.
struct ListSequence {
  private struct Marker {
    var style: [UInt8]
    var value: Int
    var start: Int
  }

  private let text: TextBytes
  private let range: Range<Int>
  private var last: Marker

  /// - Returns: nil where the paragraph does not open with a marker.
  init?(_ text: TextBytes, _ range: Range<Int>) {
    guard let first = Self.marker(in: text, at: range.lowerBound, range) else { return nil }
    self.text = text
    self.range = range
    last = first
  }

  /// Whether the last marker read closes with a bracket, which a number at the head of a wrapped line does not.
  var isBracketed: Bool { last.style.last == UInt8(ascii: ")") }

  /// Whether the last marker read is the first of its kind: "1)", "a.".
  var isFirst: Bool { last.value == 1 }

  /// Where the next item starts, if the sign at `offset` (a full stop or a closing bracket) belongs to its marker.
  mutating func item(endingAt offset: Int) -> Int? {
    var start = offset
    while start > range.lowerBound, offset - start < 5, !Self.isSpace(text[start - 1]) { start -= 1 }
    guard start > last.start, Self.isSpace(text[start - 1]),
      let found = Self.marker(in: text, at: start, range), found.style == last.style, found.value == last.value + 1
    else { return nil }
    last = found
    return start
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n")
  }

  /// "1.", "1)", "1.)", "(1)", "a.", "a)", "(a)", followed by white space and a text.
  private static func marker(in text: TextBytes, at start: Int, _ range: Range<Int>) -> Marker? {
    var offset = start
    var style: [UInt8] = []
    if text[offset] == UInt8(ascii: "(") {
      style.append(text[offset])
      offset += 1
    }
    var value = 0
    var digits = 0
    while text[offset].isASCIIDigit, digits < 3 {
      value = value * 10 + Int(text[offset] - UInt8(ascii: "0"))
      digits += 1
      offset += 1
    }
    if digits > 0 {
      style.append(UInt8(ascii: "1"))
    } else {
      let letter = text[offset]
      guard
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
          || ((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) && !style.isEmpty)
      else { return nil }
      style.append(letter & 0x60)
      value = Int(letter & 0x1F)
      offset += 1
    }
    let close = offset
    while text[offset] == UInt8(ascii: ".") || text[offset] == UInt8(ascii: ")"), offset - close < 2 {
      style.append(text[offset])
      offset += 1
    }
    guard offset > close, isSpace(text[offset]),
      text.skippingSpaces(from: offset, to: range.upperBound) < range.upperBound
    else { return nil }
    return Marker(style: style, value: value, start: start)
  }
}
