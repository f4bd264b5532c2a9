package import Bitext

/// Cuts a text into sentences while it is read: memory holds one paragraph and the block that was fed last.
///
/// A paragraph longer than a megabyte is cut at sentence ends; what quotation marks and brackets reach over such a cut is
/// not seen. What goes on for sixteen megabytes without an end is no sentence of any language: it is cut there, at white
/// space if there is some. Offsets and paragraphs are those of the whole text; a sequence of bytes that is no UTF-8 counts
/// as the U+FFFD that replaces it.
///
///     let stream = SegmentStream(segmenter)
///     while let block = try file.read(1 << 16) { stream.feed(block).forEach(write) }
///     stream.finish().forEach(write)
package final class SegmentStream {
  private let segmenter: Segmenter
  /// What is not given yet: UTF-8, whole characters.
  private var pending: [UInt8] = []
  /// The first bytes of a character whose others were not fed yet.
  private var carried: [UInt8] = []
  private var place = Segmenter.TextPlace()
  private var found: [SentencePlace] = []
  /// Where the search for the end of a paragraph goes on.
  private var searched = 0
  /// The length at which a paragraph without an end is cut.
  private var cut: Int
  private let longestParagraph: Int
  private let longestSentence: Int
  /// What stays behind a cut, so that the end of the last sentence is judged with what follows it.
  private var margin: Int { longestParagraph / 16 }

  package convenience init(_ segmenter: Segmenter) {
    self.init(segmenter, longestParagraph: 1 << 20, longestSentence: 1 << 24)
  }

  init(_ segmenter: Segmenter, longestParagraph: Int, longestSentence: Int = 1 << 24) {
    self.segmenter = segmenter
    self.longestParagraph = longestParagraph
    self.longestSentence = longestSentence
    cut = longestParagraph
  }

  // MARK: Sentences as values

  /// The sentences that end for certain with this block, in order.
  package func feed(_ block: some Collection<UInt8>) -> [Segment] {
    carried.append(contentsOf: block)
    let whole = Self.wholeCharacters(in: carried)
    let text = String(decoding: carried[..<whole], as: UTF8.self)
    carried.removeFirst(whole)
    return segments { feed(valid: Array(text.utf8), $0) }
  }

  /// The sentences that are left at the end of the text. Afterwards the stream is ready for another one.
  package func finish() -> [Segment] {
    let rest = String(decoding: carried, as: UTF8.self)
    carried = []
    return segments { body in
      feed(valid: Array(rest.utf8), body)
      finish(body)
    }
  }

  private func segments(_ source: ((SentencePlace, ArraySlice<UInt8>) -> Void) -> Void) -> [Segment] {
    var segments: [Segment] = []
    source { place, bytes in
      segments.append(
        Segment(
          text: String(decoding: bytes, as: UTF8.self), bytes: place.bytes, paragraph: place.paragraph,
          kind: place.kind))
    }
    return segments
  }

  // MARK: Sentences as bytes

  /// Gives the sentences that end for certain with this block, in order, as bytes: for those who only write them.
  /// - Parameter block: valid UTF-8, whole characters. Other bytes do no harm, but are not repaired.
  package func feed(valid block: [UInt8], _ body: (SentencePlace, ArraySlice<UInt8>) throws -> Void) rethrows {
    if pending.isEmpty { pending = block } else { pending += block }
    if let end = lastParagraphEnd() {
      try give(end, body)
      place.opensInside = false
      cut = longestParagraph
    }
    while pending.count >= cut, try giveSentences(body) {}
  }

  /// Gives the sentences that are left at the end of the text. Afterwards the stream is ready for another one.
  package func finish(_ body: (SentencePlace, ArraySlice<UInt8>) throws -> Void) rethrows {
    try give(pending.count, body)
    place = Segmenter.TextPlace()
    searched = 0
    cut = longestParagraph
  }

  /// Gives the sentences of the first `count` bytes, which end a paragraph.
  private func give(_ count: Int, _ body: (SentencePlace, ArraySlice<UInt8>) throws -> Void) rethrows {
    guard count > 0 else { return }
    find(in: count)
    for sentence in found { try body(sentence, bytes(of: sentence)) }
    if let last = found.last { place.paragraph = last.paragraph + 1 }
    drop(count)
  }

  /// Gives the sentences of a paragraph whose end is not in sight, but those near the end of what was read.
  /// - Returns: whether there were some.
  private func giveSentences(_ body: (SentencePlace, ArraySlice<UInt8>) throws -> Void) rethrows -> Bool {
    place.endsInside = true
    defer { place.endsInside = false }
    let count = pending.count
    find(in: count)
    while let last = found.last, last.bytes.upperBound > place.offset + count - margin { found.removeLast() }
    if found.isEmpty {
      guard count >= longestSentence else {
        cut = min(count * 2, longestSentence)
        return false
      }
      let end = lastSpace(before: longestSentence) ?? lastCharacter(before: longestSentence)
      find(in: end)
    }
    guard let last = found.last else { return false }
    for sentence in found { try body(sentence, bytes(of: sentence)) }
    drop(last.bytes.upperBound - place.offset)
    place.paragraph = last.paragraph
    place.opensInside = true
    cut = longestParagraph
    return true
  }

  private func find(in count: Int) {
    found.removeAll(keepingCapacity: true)
    pending.withUnsafeBufferPointer { buffer in
      segmenter.forEachSentence(in: UnsafeBufferPointer(rebasing: buffer[..<count]), at: place) { found.append($0) }
    }
  }

  private func bytes(of sentence: SentencePlace) -> ArraySlice<UInt8> {
    pending[sentence.bytes.lowerBound - place.offset..<sentence.bytes.upperBound - place.offset]
  }

  private func drop(_ count: Int) {
    pending.removeFirst(count)
    place.offset += count
    searched = max(searched - count, 0)
  }

  // MARK: Places to cut

  /// The end of the last paragraph that is whole, its line breaks included.
  private func lastParagraphEnd() -> Int? {
    let start = max(searched - 4096, 0)
    searched = pending.count
    // The last byte is left out: a CR there may be half of a CR LF.
    var index = pending.count - 2
    var lineEnd: Int?
    while index >= start {
      let byte = pending[index]
      if byte == 0x0A || (byte == 0x0D && pending[index + 1] != 0x0A) {
        if !segmenter.options.wrapped { return index + 1 }
        if let lineEnd { return lineEnd }
        lineEnd = index + 1
      } else if !(byte == 0x20 || byte == 0x09 || byte == 0x0D) {
        lineEnd = nil
      }
      index -= 1
    }
    return nil
  }

  /// The end of the last space of one byte before `limit`, in the last half of what stands there.
  private func lastSpace(before limit: Int) -> Int? {
    pending[limit / 2..<limit].lastIndex { $0 == 0x20 || $0 == 0x0A }.map { $0 + 1 }
  }

  private func lastCharacter(before limit: Int) -> Int {
    var end = min(limit, pending.count)
    while end > 1, end < pending.count, pending[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  /// The length of bytes without a character at their end that is not yet whole.
  private static func wholeCharacters(in bytes: [UInt8]) -> Int {
    var start = bytes.count - 1
    while start > 0, bytes.count - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    guard start >= 0 else { return 0 }
    let length =
      switch bytes[start] {
      case 0xC0..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0...: 4
      default: 1
      }
    return start + length <= bytes.count ? bytes.count : start
  }
}
