public import Bitext

/// Cuts a text into sentences while it is read: memory holds one paragraph and the block that was fed last.
///
/// A paragraph longer than a megabyte is cut at sentence ends; what quotation marks and brackets reach over such a cut is
/// not seen. A single sentence longer than that is held whole. Offsets and paragraphs are those of the whole text; a
/// sequence of bytes that is no UTF-8 counts as the U+FFFD that replaces it.
///
///     let stream = SegmentStream(segmenter)
///     while let block = try file.read(1 << 16) { stream.feed(block).forEach(write) }
///     stream.finish().forEach(write)
public final class SegmentStream {
  private let segmenter: Segmenter
  private var pending: [UInt8] = []
  private var place = Segmenter.TextPlace()
  /// Where the search for the end of a paragraph goes on.
  private var searched = 0
  /// The length at which a paragraph without an end is cut.
  private var cut: Int
  private let longest: Int
  /// What stays behind a cut, so that the end of the last sentence is judged with what follows it.
  private var margin: Int { longest / 16 }

  public convenience init(_ segmenter: Segmenter) { self.init(segmenter, longestParagraph: 1 << 20) }

  init(_ segmenter: Segmenter, longestParagraph: Int) {
    self.segmenter = segmenter
    longest = longestParagraph
    cut = longestParagraph
  }

  /// The sentences that end for certain with this block, in order.
  public func feed(_ block: some Collection<UInt8>) -> [Segment] {
    pending.append(contentsOf: block)
    var found: [Segment] = []
    if let end = lastParagraphEnd() {
      found = take(end)
      place.opensInside = false
      cut = longest
    }
    if pending.count >= cut { found += takeSentences() }
    return found
  }

  /// The sentences that are left at the end of the text. Afterwards the stream is ready for another one.
  public func finish() -> [Segment] {
    let found = take(pending.count)
    place = Segmenter.TextPlace()
    searched = 0
    cut = longest
    return found
  }

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

  private func take(_ count: Int) -> [Segment] {
    guard count > 0 else { return [] }
    let text = String(decoding: pending[..<count], as: UTF8.self)
    let found = segmenter.segments(of: text, at: place)
    place.offset += text.utf8.count
    if let last = found.last { place.paragraph = last.paragraph + 1 }
    drop(count)
    return found
  }

  /// Takes the sentences of a paragraph whose end is not in sight, but those near the end of what was read.
  private func takeSentences() -> [Segment] {
    let whole = completeScalars()
    var inside = place
    inside.endsInside = true
    let text = String(decoding: pending[..<whole], as: UTF8.self)
    var found = segmenter.segments(of: text, at: inside)
    guard text.utf8.count == whole else { return repaired(text) }
    while let last = found.last, last.bytes.upperBound > place.offset + whole - margin { found.removeLast() }
    guard let last = found.last else {
      cut = pending.count * 2
      return []
    }
    drop(last.bytes.upperBound - place.offset)
    place.offset = last.bytes.upperBound
    place.paragraph = last.paragraph
    place.opensInside = true
    cut = longest
    return found
  }

  /// Broken UTF-8: what was read is replaced by its repaired form, so that offsets count that.
  private func repaired(_ text: String) -> [Segment] {
    pending = Array(text.utf8) + pending[completeScalars()...]
    return takeSentences()
  }

  /// The length of what was read without a character that is not yet whole.
  private func completeScalars() -> Int {
    var start = pending.count - 1
    while start > 0, pending.count - start < 4, pending[start] & 0xC0 == 0x80 { start -= 1 }
    guard start >= 0 else { return 0 }
    let length =
      switch pending[start] {
      case 0xC0..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0...: 4
      default: 1
      }
    return start + length <= pending.count ? pending.count : start
  }

  private func drop(_ count: Int) {
    pending.removeFirst(count)
    searched = max(searched - count, 0)
  }
}
