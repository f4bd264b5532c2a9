internal import Files

/// Delimiters are bytes. A combining mark behind a quotation mark or `#` makes one character of the two for a reader of text,
/// and CR LF is one; for a format each is itself.
extension StringProtocol {
  /// Whether the text begins with these bytes, whatever follows them.
  func begins(with bytes: StaticString) -> Bool {
    bytes.withUTF8Buffer { utf8.starts(with: $0) }
  }

  /// The pieces between the occurrences of a delimiter in ASCII; one piece if there is none.
  func parted(at delimiter: UInt8) -> [String] {
    Array(utf8).split(separator: delimiter, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Whether there is white space alone.
  var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }

  /// Without the white space round it. A space that bears a combining mark is none of it.
  var trimmed: String {
    let scalars = unicodeScalars
    guard var start = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    if start > scalars.startIndex, scalars[start].properties.isGraphemeExtend { start = scalars.index(before: start) }
    return String(self[start...last])
  }
}
