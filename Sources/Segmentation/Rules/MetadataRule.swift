internal import Bitext
internal import Linguistics
internal import Rules

/// A rule for what may stand at the head of a text and is no sentence: "date 2020-11".
struct MetadataRule: Sendable {
  let id: String
  let why: String
  /// The key words, without case.
  let keys: Set<String>
  let examples: [SegmentationExample]

  static let known: Set<String> = ["id", "why", "keys", "examples"]

  init(_ node: RuleNode, _ faults: inout [RulesError]) {
    faults += node.unknownKeys(besides: Self.known)
    id = node.requiredText("id", &faults)
    why = node.requiredText("why", &faults)
    keys = Set((node["keys"]?.texts(&faults) ?? []).map { $0.lowercased() })
    examples = SegmentationExample.read(node["examples"], &faults)
    if keys.isEmpty { faults.append(RulesError("'keys' is missing; add it", at: node.position)) }
  }

  /// The end of the pairs of key and value that open `range`, or nil where there are none.
  ///
  /// A value is one word of digits and the signs of dates and times. Between key and value stands a colon or an equals
  /// sign; where there is none, the value must be written in parts ("2020-11"), for "Date 2020" may open a sentence.
  func end(in text: TextBytes, _ range: Range<Int>) -> Int? {
    var end: Int?
    var offset = range.lowerBound
    while let next = pair(in: text, from: offset, to: range.upperBound) {
      end = next
      offset = next
    }
    return end
  }

  private func pair(in text: TextBytes, from offset: Int, to limit: Int) -> Int? {
    let start = text.skippingSpaces(from: offset, to: limit)
    let keyEnd = wordEnd(in: text, from: start, to: limit) { ScalarKind($0).isLetter || $0 == 0x5F || $0 == 0x2D }
    guard keyEnd > start, keyEnd - start <= 24, keys.contains(text.string(start..<keyEnd).lowercased()) else {
      return nil
    }
    var valueStart = keyEnd
    let isAssigned = text[valueStart] == UInt8(ascii: ":") || text[valueStart] == UInt8(ascii: "=")
    if isAssigned { valueStart += 1 }
    let separated = text.skippingSpaces(from: valueStart, to: limit)
    guard separated > keyEnd else { return nil }
    let valueEnd = wordEnd(in: text, from: separated, to: limit) { !ScalarKind.isSpace($0) }
    let value = text.part(separated..<valueEnd)
    guard let first = value.first, first.isASCIIDigit, valueEnd - separated <= 40,
      value.allSatisfy({ $0.isASCIIDigit || "-/:TZ+.".utf8.contains($0) }),
      value.last.map({ $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ":") }) == true
    else { return nil }
    guard isAssigned || value.contains(where: { "-/:".utf8.contains($0) }) else { return nil }
    return valueEnd
  }

  private func wordEnd(in text: TextBytes, from start: Int, to limit: Int, while belongs: (UInt32) -> Bool) -> Int {
    var offset = start
    while offset < limit {
      let (value, length) = text.scalar(at: offset)
      guard length > 0, belongs(value) else { break }
      offset += length
    }
    return offset
  }
}
