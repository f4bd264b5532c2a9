/// Where a text quotes: what stands between quotation marks of any kind, sentence by sentence.
package enum Quotations {
  /// For each sentence the quoted parts, UTF-8 bytes of the sentence, marks left out; in order, none overlapping.
  ///
  /// A quotation may go on over several sentences of a paragraph. A mark that is never closed quotes up to the end of
  /// its paragraph. « », “ ”, „ “, ‘ ’ and straight double marks are known; an apostrophe is none.
  /// - Parameters:
  ///   - sentences: of one text, in order.
  ///   - paragraphs: the number of each sentence's paragraph; a new number ends what is open.
  package static func ranges(in sentences: [String], paragraphs: [Int]) -> [[Range<Int>]] {
    var open: [Unicode.Scalar] = []
    var paragraph: Int?
    return zip(sentences, paragraphs).map { sentence, number in
      if paragraph != number { open = [] }
      paragraph = number
      return ranges(in: sentence, &open)
    }
  }

  /// The quoted parts of a text that is one paragraph.
  package static func ranges(in text: String) -> [Range<Int>] {
    var open: [Unicode.Scalar] = []
    return ranges(in: text, &open)
  }

  private static func ranges(in sentence: String, _ open: inout [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = open.isEmpty ? nil : Optional(0)
    var offset = 0
    let scalars = Array(sentence.unicodeScalars)
    for (i, scalar) in scalars.enumerated() {
      let length = scalar.utf8.count
      let before = i > 0 ? scalars[i - 1] : " "
      let after = i + 1 < scalars.count ? scalars[i + 1] : " "
      if closes(scalar, open, before: before, after: after) {
        open.removeLast()
        if open.isEmpty, let from = start {
          found.append(from..<offset)
          start = nil
        }
      } else if opens(scalar, before: before, after: after) {
        if open.isEmpty { start = offset + length }
        open.append(scalar)
      }
      offset += length
    }
    if let start, start < offset { found.append(start..<offset) }
    return found
  }

  private static func opens(_ scalar: Unicode.Scalar, before: Unicode.Scalar, after: Unicode.Scalar) -> Bool {
    switch scalar {
    case "«", "“", "„", "\"": true
    case "‘": !(isLetter(before) && isLetter(after))
    default: false
    }
  }

  /// Whether a mark closes what was opened last. Straight marks close each other; “ closes „.
  private static func closes(
    _ scalar: Unicode.Scalar, _ open: [Unicode.Scalar], before: Unicode.Scalar, after: Unicode.Scalar
  ) -> Bool {
    guard let last = open.last else { return false }
    return switch (last, scalar) {
    case ("«", "»"), ("“", "”"), ("„", "“"), ("„", "”"), ("\"", "\""), ("“", "\""), ("\"", "”"): true
    case ("‘", "’"): !(isLetter(before) && isLetter(after))
    default: false
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }
}
