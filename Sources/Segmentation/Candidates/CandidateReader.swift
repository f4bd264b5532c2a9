/// Reads the candidate places of one paragraph: which marks belong together, what closes with them, what stands on both
/// sides.
struct CandidateReader {
  let text: TextBytes
  let range: Range<Int>
  let rules: LanguageRules
  let signs: [FoundSign]

  /// The candidate whose first mark is `signs[index]`.
  func candidate(at index: Int) -> Candidate {
    let first = signs[index]
    var run = MarkRun(first, text)
    var closers: BreakFeatures = []
    var end = first.end
    var isOutside = false
    var index = index + 1
    var consumed = index
    var place = Candidate(
      markStart: first.offset, end: end, next: end, kind: run.kind, word: first.offset..<first.offset, nextSign: index)
    scan: while index < signs.count {
      let sign = signs[index]
      let isGlued = sign.offset == end
      guard isGlued || text.skippingSpaces(from: end, to: sign.offset) == sign.offset else { break }
      switch sign.kind {
      case _ where sign.kind.isMark:
        guard isGlued || continuesSpacedRun(sign, after: end, run, startedAt: index) else { break scan }
        if closers.isEmpty {
          run.add(sign, isGlued: isGlued, text)
        } else {
          guard sign.kind != .emoji else { break }
          run = MarkRun(sign, text)
          place.markStart = sign.offset
          isOutside = true
        }
      case .quote, .bracket:
        if sign.kind == .bracket, sign.role == .opens, let close = footnoteEnd(sign), isGlued || standsApart(close) {
          closers.insert(.closerNote)
          index = close + 1
          consumed = index
          end = signs[close].end
          continue scan
        }
        guard closes(sign) else { break scan }
        closers.insert(sign.kind == .quote ? .closerQuote : .closerBracket)
      case .line, .unmarked:
        index += 1
        continue scan
      default: break scan
      }
      end = sign.end
      index += 1
      consumed = index
    }
    place.kind = run.kind
    place.context.features = run.features
    finish(&place, end: end, nextSign: consumed, closers, isOutside: isOutside)
    return place
  }

  /// Fills in where a candidate ends, what follows it and which word is before it.
  @inline(__always)
  private func finish(
    _ place: inout Candidate, end: Int, nextSign: Int, _ closers: BreakFeatures, isOutside: Bool
  ) {
    var closers = closers
    let note = noteEnd(from: end, kind: place.kind)
    if note > end { closers.insert(.closerNote) }
    let end = max(note, end)
    var index = nextSign
    while index < signs.count, signs[index].offset < end { index += 1 }
    place.end = end
    place.nextSign = index
    place.next = text.skippingSpaces(from: end, to: range.upperBound)
    // "mot ?": French sets some marks off by a space; a mark that is glued to the next word is not such a one.
    let isGlued = place.next == end
    let wordEnd =
      isGlued ? place.markStart : text.trimmingSpaces(before: place.markStart, downTo: range.lowerBound)
    place.word = wordRange(before: wordEnd)
    place.context.features.formUnion(closers.isEmpty ? .closerNone : closers)
    if isOutside || (place.word.isEmpty && isCloser(before: place.markStart)) {
      place.context.features.insert(.runOutside)
    }
  }

  /// A candidate without a mark: the place before a list marker or bullet at `offset`.
  func candidate(before offset: Int, nextSign: Int) -> Candidate {
    let end = text.trimmingSpaces(before: offset, downTo: range.lowerBound)
    var place = Candidate(
      markStart: end, end: end, next: offset, kind: .none, word: wordRange(before: end), nextSign: nextSign)
    place.context.features = [.markNone, .closerNone]
    return place
  }

  /// Whether a mark after a space goes on with the marks before it: ". . .", "? !".
  private func continuesSpacedRun(_ sign: FoundSign, after end: Int, _ run: MarkRun, startedAt index: Int) -> Bool {
    guard sign.offset - end <= 3, !containsLineBreak(end..<sign.offset) else { return false }
    let after = text.scalar(at: sign.end)
    let kind = ScalarKind(after.value)
    guard after.length == 0 || !(kind.isLetter || kind == .digit) else { return false }
    if run.isSingleStop, run.isAttached, sign.kind == .stop { return !omitsAfterStop(index) }
    return true
  }

  /// "compounds. . . . The": a full stop, then three dots that open the next sentence.
  private func omitsAfterStop(_ index: Int) -> Bool {
    guard index + 2 < signs.count else { return false }
    for other in index..<index + 3 {
      guard signs[other].kind == .stop, signs[other].end - signs[other].offset == 1 else { return false }
      if other > index, signs[other].offset != signs[other - 1].end + 1 { return false }
    }
    let next = text.skippingSpaces(from: signs[index + 2].end, to: range.upperBound)
    return next < range.upperBound && ScalarKind(text.scalar(at: next).value) == .upper
  }

  private func closes(_ sign: FoundSign) -> Bool {
    switch sign.role {
    case .closes: return true
    case .stray:
      let after = text.scalar(at: sign.end)
      let kind = ScalarKind(after.value)
      return after.length == 0 || !(kind.isLetter || kind == .digit)
    case .opens, .none: return false
    }
  }

  private func isCloser(before offset: Int) -> Bool {
    let use = rules.punctuation.use(of: text.scalar(before: offset).value)
    return use.closes && (use.kind == .quote || use.kind == .bracket)
  }

  /// The index of the bracket that closes a footnote mark ("[1]", "[a]", "[2–11]") opened by `sign`.
  private func footnoteEnd(_ sign: FoundSign) -> Int? {
    guard text[sign.offset] == UInt8(ascii: "["), sign.partner >= 0 else { return nil }
    let partner = Int(sign.partner)
    let inside = sign.end..<signs[partner].offset
    guard (1...12).contains(inside.count) else { return nil }
    let bytes = text.part(inside)
    let isNumber = bytes.allSatisfy {
      $0.isASCIIDigit || ",- ".utf8.contains($0) || $0 >= 0x80
    }
    return (isNumber && bytes[0].isASCIIDigit) || bytes.count == 1 ? partner : nil
  }

  /// Whether a footnote mark after a space ("signed. [1] It") belongs to the sentence before it: the next one follows.
  private func standsApart(_ close: Int) -> Bool {
    let bracket = signs[close]
    guard text[bracket.offset - 1].isASCIIDigit else { return false }
    let next = text.skippingSpaces(from: bracket.end, to: range.upperBound)
    return next == range.upperBound || (next > bracket.end && ScalarKind(text.scalar(at: next).value) == .upper)
  }

  /// The end of footnote numbers glued to the marks: superscripts, or up to two digits before a capital ("report.11 12 Take").
  private func noteEnd(from end: Int, kind: Punctuation.Kind) -> Int {
    var offset = end
    while offset < range.upperBound {
      let (value, length) = text.scalar(at: offset)
      guard value == 0xB9 || value == 0xB2 || value == 0xB3 || (0x2070...0x2079).contains(value) else { break }
      offset += length
    }
    guard offset == end, kind == .stop, text[end - 1] == UInt8(ascii: ".") else { return offset }
    let before = ScalarKind(text.scalar(before: end - 1).value)
    guard before == .lower || text[end - 2] == UInt8(ascii: ")") else { return end }
    var noted = end
    while true {
      let start = noted == end ? noted : noted + 1
      if noted > end, text[noted] != UInt8(ascii: " ") { break }
      var stop = start
      while text[stop].isASCIIDigit, stop < range.upperBound { stop += 1 }
      guard (1...2).contains(stop - start) else { break }
      noted = stop
    }
    let next = text.skippingSpaces(from: noted, to: range.upperBound)
    guard next > noted, ScalarKind(text.scalar(at: next).value) == .upper else { return end }
    return noted
  }

  func containsLineBreak(_ range: Range<Int>) -> Bool {
    range.contains { text[$0] == UInt8(ascii: "\n") || text[$0] == UInt8(ascii: "\r") }
  }

  /// The word that ends at `end`: back to white space, an opening mark, a comma that is not between digits, or a long dash.
  func wordRange(before end: Int) -> Range<Int> {
    var start = end
    var elided: Int?
    while start > range.lowerBound, end - start < 48 {
      let (value, length) = text.scalar(before: start)
      let kind = ScalarKind(value)
      if kind == .space { break }
      if value == "," || value == ";" {
        guard text[start].isASCIIDigit, text[start - 2].isASCIIDigit else { break }
      }
      if kind == .punctuation, value != "." {
        let sign = rules.punctuation.kind(of: value)
        if value == "'" || value == "’" {
          if elided == nil, start < end { elided = start }
        } else if sign == .quote || sign == .bracket || sign == .bullet
          || (sign == .dash && value != "-" && value != "‐" && value != "‑")
        {
          break
        }
      }
      start -= length
    }
    return (elided.map { max($0, start) } ?? start)..<end
  }
}
