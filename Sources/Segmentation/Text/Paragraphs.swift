/// Cuts a text into paragraphs: byte ranges without the line breaks that end them.
///
/// A line break is LF, CR, CR LF, U+0085, U+2028 or U+2029. Lines of white space alone belong to no paragraph. Line feeds are
/// found here; the rarer breaks inside a line are found by `SignScanner` on its way, and told with `end(at:)`.
struct Paragraphs {
  let text: TextBytes
  /// Whether only a blank line ends a paragraph.
  let wrapped: Bool
  private var offset = 0

  init(_ text: TextBytes, wrapped: Bool, from offset: Int = 0) {
    self.text = text
    self.wrapped = wrapped
    self.offset = offset
  }

  /// The next paragraph, without the white space round it; nil at the end of the text.
  mutating func next() -> Range<Int>? {
    let start = text.skippingSpaces(from: offset, to: text.count)
    guard start < text.count else {
      offset = text.count
      return nil
    }
    guard wrapped else {
      offset = text.first(0x0A, from: start, to: text.count)
      return start..<text.trimmingSpaces(before: offset, downTo: start)
    }
    var end = lineEnd(from: start)
    offset = end
    while offset < text.count {
      let lineStart = offset + breakLength(at: offset)
      let next = lineEnd(from: lineStart)
      offset = lineStart
      if text.skippingSpaces(from: lineStart, to: next) == next { break }
      end = next
      offset = next
    }
    return start..<text.trimmingSpaces(before: end, downTo: start)
  }

  /// Ends the paragraph that was given last at `offset`, where a line break stands, and gives it anew.
  mutating func end(_ range: Range<Int>, at offset: Int) -> Range<Int> {
    self.offset = offset
    return range.lowerBound..<text.trimmingSpaces(before: offset, downTo: range.lowerBound)
  }

  private func lineEnd(from start: Int) -> Int {
    var offset = start
    while offset < text.count {
      let byte = text[offset]
      if byte == 0x0A || byte == 0x0D || byte == 0xC2 || byte == 0xE2, breakLength(at: offset) > 0 { return offset }
      offset += 1
    }
    return text.count
  }

  /// The length of the line break at `offset` in bytes; 0 where there is none.
  private func breakLength(at offset: Int) -> Int {
    switch text[offset] {
    case 0x0A: return 1
    case 0x0D: return text[offset + 1] == 0x0A ? 2 : 1
    case 0xC2: return text[offset + 1] == 0x85 ? 2 : 0
    case 0xE2: return text[offset + 1] == 0x80 && (text[offset + 2] & 0xFE) == 0xA8 ? 3 : 0
    default: return 0
    }
  }
}
