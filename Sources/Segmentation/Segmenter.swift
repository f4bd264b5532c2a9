package import Bitext
internal import Linguistics

/// Cuts the text of one language into sentences.
///
/// Candidates are ICU's sentence boundaries (UAX #29) and the places where ICU gives none: closing quotation marks after a
/// space, an ellipsis, before a dash or a digit, list markers. The rules of the language decide each, then those of the
/// root, and where all abstain, ICU. Sentences exclude the white space round them; with what lies between them they give
/// back the text byte for byte.
///
/// It owns an ICU iterator: make one for each thread and reuse it.
package final class Segmenter {
  /// The language as it was asked for.
  package let language: LanguageTag
  /// Whether there is no file of rules for the language, so that the root's decide alone.
  package let usesRootRules: Bool

  let rules: LanguageRules
  let options: SegmentationOptions
  private let iterator: SentenceIterator
  /// Whether the rule files name marks at all; without them every boundary is ICU's.
  private let knowsMarks: Bool
  private let srx: SRXLayer?
  private var scanner: SignScanner
  /// ICU's boundaries in the present paragraph, once they were asked for.
  private var boundaries: [Int]?

  /// - Throws: `SegmentationError` if ICU has no data, or a pattern of `options.srx` does not compile.
  package init(
    language: LanguageTag, rules: SegmentationRules, options: SegmentationOptions = .init()
  ) throws(SegmentationError) {
    self.language = language
    self.options = options
    (self.rules, usesRootRules) = rules.rules(for: language)
    var punctuation = self.rules.punctuation
    knowsMarks = punctuation.signs[0x2E] != nil
    punctuation.addLineBreaks(wrapped: options.wrapped)
    scanner = SignScanner(punctuation)
    do { iterator = try SentenceIterator(language) } catch { throw .icu(error) }
    srx = options.srx.isEmpty ? nil : try SRXLayer(options.srx, timeLimit: options.timeLimit)
  }

  /// SRX rules that were left out on some paragraph because their patterns took too long, in file order.
  package var overdue: [SourcePosition] { (srx?.overdue ?? []).sorted() }

  /// The sentences of a text, in order.
  package func segments(of text: String) -> [Segment] {
    var text = text
    guard text.utf8.count < 1 << 31 else { return segmentsInBlocks(of: text) }
    let places = text.withUTF8 { buffer in
      var places: [SentencePlace] = []
      places.reserveCapacity(buffer.count / 128)
      forEachSentence(in: buffer) { places.append($0) }
      return places
    }
    let bytes = text.utf8
    var offset = 0
    var index = bytes.startIndex
    return places.map { place in
      let start = bytes.index(index, offsetBy: place.bytes.lowerBound - offset)
      index = bytes.index(start, offsetBy: place.bytes.count)
      offset = place.bytes.upperBound
      return Segment(
        text: String(text[start..<index]), bytes: place.bytes, paragraph: place.paragraph, kind: place.kind)
    }
  }

  /// The same for more than the offsets of `FoundSign` can count.
  private func segmentsInBlocks(of text: String) -> [Segment] {
    let stream = SegmentStream(self)
    var found: [Segment] = []
    var rest = text.utf8[...]
    while !rest.isEmpty {
      found += stream.feed(rest.prefix(1 << 24))
      rest = rest.dropFirst(1 << 24)
    }
    return found + stream.finish()
  }

  /// Where a part of a text stands in the whole.
  struct TextPlace {
    /// UTF-8 bytes and paragraphs before the part.
    var offset = 0, paragraph = 0
    /// Whether the part starts or ends in the middle of a paragraph.
    var opensInside = false, endsInside = false
  }

  /// Calls `body` with the place of each sentence, in order.
  /// - Parameters:
  ///   - bytes: the text or a part of it, UTF-8.
  ///   - place: where the part stands in the whole, which places count from.
  func forEachSentence(
    in bytes: UnsafeBufferPointer<UInt8>, at place: TextPlace = TextPlace(), _ body: (SentencePlace) -> Void
  ) {
    walk(TextBytes(bytes), place) { range, paragraph, kind in
      let whole = place.offset + range.lowerBound..<place.offset + range.upperBound
      body(SentencePlace(bytes: whole, paragraph: paragraph, kind: kind))
    }
  }

  /// What was decided at each candidate place of a text, in order. The end of a paragraph is no candidate.
  package func explain(_ text: String) -> [BreakDecision] {
    var text = text
    return text.withUTF8 { buffer in
      var decisions: [BreakDecision] = []
      walk(TextBytes(buffer), TextPlace(), explain: { decisions.append($0) }, { _, _, _ in })
      return decisions
    }
  }

  /// Calls `found` with the byte range, the paragraph and the kind of each sentence.
  private func walk(
    _ text: TextBytes, _ place: TextPlace, explain: ((BreakDecision) -> Void)? = nil,
    _ found: (Range<Int>, Int, Segment.Kind) -> Void
  ) {
    var paragraphs = Paragraphs(text, wrapped: options.wrapped)
    var number = place.paragraph
    var isFirst = true
    while var range = paragraphs.next() {
      let end = scanner.scan(text, range)
      if end < range.upperBound { range = paragraphs.end(range, at: end) }
      if number == 0, isFirst, !place.opensInside, let end = metadataEnd(text, range, explain) {
        range = text.skippingSpaces(from: end, to: range.upperBound)..<range.upperBound
        if range.isEmpty { continue }
        scanner.scan(text, range)
      }
      let isPart = (isFirst && place.opensInside) || (range.upperBound == text.count && place.endsInside)
      var count = 0
      var last: Range<Int>?
      sentences(text, range, explain) { sentence in
        if let last { found(last, number, .sentence) }
        last = sentence
        count += 1
      }
      if let last {
        let isHeading = count == 1 && !isPart && !endsWithMark(text, last)
        found(last, number, isHeading ? .heading : .sentence)
      }
      number += 1
      isFirst = false
    }
  }

  private func metadataEnd(_ text: TextBytes, _ range: Range<Int>, _ explain: ((BreakDecision) -> Void)?) -> Int? {
    for rule in rules.metadata {
      if let end = rule.end(in: text, range) {
        explain?(BreakDecision(offset: end, breaks: true, rule: rule.id, why: rule.why))
        return end
      }
    }
    return nil
  }

  private func endsWithMark(_ text: TextBytes, _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound {
      let (value, length) = text.scalar(before: end)
      let kind = rules.punctuation.kind(of: value)
      if kind.isMark || value == 0x3A { return true }
      guard kind == .quote || kind == .bracket || ScalarKind.isSpace(value) else { return false }
      end -= max(length, 1)
    }
    return false
  }

  // MARK: One paragraph

  /// Calls `found` with the byte range of each sentence of a paragraph whose signs were scanned.
  private func sentences(
    _ text: TextBytes, _ range: Range<Int>, _ explain: ((BreakDecision) -> Void)?, _ found: (Range<Int>) -> Void
  ) {
    if options.breakWithoutPunctuation { scanner.addUnmarked(text, range) }
    boundaries = nil
    let foreign = scanner.mayHoldForeignMarks || !knowsMarks ? boundaries(of: text, range) : []
    var overrides = SRXPlaces(srx.map { $0.verdicts(in: text, range) } ?? [:])
    var walk = ParagraphWalk(text, range, rules, scanner.signs, foreign: foreign)
    var start = range.lowerBound
    func end(before offset: Int, next: Int) {
      guard offset > start else { return }
      found(start..<offset)
      start = next
    }
    func follow(_ verdict: SRXLayer.Verdict, at next: Int) {
      let offset = text.trimmingSpaces(before: next, downTo: range.lowerBound)
      explain?(BreakDecision(offset: offset, breaks: verdict.breaks, rule: "srx", why: verdict.why))
      if verdict.breaks { end(before: offset, next: next) }
    }
    while let place = walk.next(sentence: start) {
      while let (next, verdict) = overrides.next(upTo: place.markStart) { follow(verdict, at: next) }
      if let (next, verdict) = overrides.next(upTo: place.next) {
        // What the SRX file says of any place between the marks and the next word stands for the whole candidate.
        follow(verdict, at: next)
        while let (next, verdict) = overrides.next(upTo: place.next) { follow(verdict, at: next) }
        continue
      }
      let rule = rules.decide(place.context, mark: place.kind)
      let breaks: Bool
      switch rule.map({ rules.rules[$0].verdict }) {
      case .break?: breaks = true
      case .join?: breaks = false
      case .weigh?, nil: breaks = endsForICU(place, text, range)
      }
      if let explain { explain(decision(place, breaks, rule)) }
      if breaks { end(before: place.end, next: place.next) }
    }
    while let (next, verdict) = overrides.next(upTo: range.upperBound) { follow(verdict, at: next) }
    found(start..<range.upperBound)
  }

  /// ICU is asked only where rules abstain, or where marks may stand that they do not know: its walk costs as much as all
  /// else together.
  private func boundaries(of text: TextBytes, _ range: Range<Int>) -> [Int] {
    if let boundaries { return boundaries }
    var found: [Int] = []
    iterator.forEachBoundary(in: text.part(range)) { found.append(range.lowerBound + $0) }
    boundaries = found
    return found
  }

  /// Whether ICU ends a sentence between the marks of a place and what follows.
  private func endsForICU(_ place: Candidate, _ text: TextBytes, _ range: Range<Int>) -> Bool {
    let all = boundaries(of: text, range)
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle] > place.markStart { high = middle } else { low = middle + 1 }
    }
    return low < all.count && all[low] <= place.next
  }

  private func decision(_ place: Candidate, _ breaks: Bool, _ rule: Int?) -> BreakDecision {
    guard let rule else {
      let why =
        breaks
        ? "no rule decides; ICU (UAX #29) ends a sentence here" : "no rule decides; ICU (UAX #29) does not end one here"
      return BreakDecision(offset: place.end, breaks: breaks, rule: "icu", why: why)
    }
    return BreakDecision(offset: place.end, breaks: breaks, rule: rules.rules[rule].id, why: rules.rules[rule].why)
  }
}
