public import Bitext
internal import Linguistics

/// Cuts the text of one language into sentences.
///
/// Candidates are ICU's sentence boundaries (UAX #29) and the places where ICU gives none: closing quotation marks after a
/// space, an ellipsis, before a dash or a digit, list markers. The rules of the language decide each, then those of the
/// root, and where all abstain, ICU. Sentences exclude the white space round them; with what lies between them they give
/// back the text byte for byte.
///
/// It owns an ICU iterator: make one for each thread and reuse it.
public final class Segmenter {
  /// The language as it was asked for.
  public let language: LanguageTag
  /// Whether there is no file of rules for the language, so that the root's decide alone.
  public let usesRootRules: Bool

  let rules: LanguageRules
  let options: SegmentationOptions
  private let iterator: SentenceIterator
  private let srx: SRXLayer?
  private var scanner: SignScanner
  private var boundaries: [Int] = []

  /// - Throws: `SegmentationError` if ICU has no data, or a pattern of `options.srx` does not compile.
  public init(
    language: LanguageTag, rules: SegmentationRules, options: SegmentationOptions = .init()
  ) throws(SegmentationError) {
    self.language = language
    self.options = options
    (self.rules, usesRootRules) = rules.rules(for: language)
    scanner = SignScanner(self.rules.punctuation)
    do { iterator = try SentenceIterator(language) } catch { throw .icu(error) }
    srx = options.srx.isEmpty ? nil : try SRXLayer(options.srx, timeLimit: options.timeLimit)
  }

  /// SRX rules that were left out on some paragraph because their patterns took too long, in file order.
  public var overdue: [SourcePosition] { (srx?.overdue ?? []).sorted() }

  /// The sentences of a text, in order.
  public func segments(of text: String) -> [Segment] {
    var text = text
    return text.withUTF8 { buffer in
      let bytes = TextBytes(buffer)
      var segments: [Segment] = []
      segments.reserveCapacity(buffer.count / 128)
      walk(bytes) { range, paragraph, kind in
        segments.append(Segment(text: bytes.string(range), bytes: range, paragraph: paragraph, kind: kind))
      }
      return segments
    }
  }

  /// What was decided at each candidate place of a text, in order. The end of a paragraph is no candidate.
  public func explain(_ text: String) -> [BreakDecision] {
    var text = text
    return text.withUTF8 { buffer in
      var decisions: [BreakDecision] = []
      walk(TextBytes(buffer), explain: { decisions.append($0) }, { _, _, _ in })
      return decisions
    }
  }

  /// Calls `found` with the byte range, the paragraph and the kind of each sentence.
  private func walk(
    _ text: TextBytes, explain: ((BreakDecision) -> Void)? = nil, _ found: (Range<Int>, Int, Segment.Kind) -> Void
  ) {
    var paragraphs = Paragraphs(text, wrapped: options.wrapped)
    var number = 0
    while var range = paragraphs.next() {
      if number == 0, let end = metadataEnd(text, range, explain) {
        range = text.skippingSpaces(from: end, to: range.upperBound)..<range.upperBound
        if range.isEmpty { continue }
      }
      var count = 0
      var last: Range<Int>?
      sentences(text, range, explain) { sentence in
        if let last { found(last, number, .sentence) }
        last = sentence
        count += 1
      }
      if let last { found(last, number, count == 1 && !endsWithMark(text, last) ? .heading : .sentence) }
      number += 1
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
      if kind.isMark || value == 0x3A || value == 0x3B { return true }
      guard kind == .quote || kind == .bracket || ScalarKind.isSpace(value) else { return false }
      end -= max(length, 1)
    }
    return false
  }

  // MARK: One paragraph

  /// Calls `found` with the byte range of each sentence of a paragraph.
  func sentences(
    _ text: TextBytes, _ range: Range<Int>, _ explain: ((BreakDecision) -> Void)?, _ found: (Range<Int>) -> Void
  ) {
    scanner.scan(text, range)
    boundaries.removeAll(keepingCapacity: true)
    iterator.forEachBoundary(in: text.part(range)) { boundaries.append(range.lowerBound + $0) }
    var overrides = srx?.verdicts(in: text, range) ?? [:]
    var walk = ParagraphWalk(text, range, rules, scanner.signs, boundaries)
    var start = range.lowerBound
    while let place = walk.next(sentence: start) {
      let verdict = overrides.isEmpty ? nil : overrides.removeValue(forKey: place.next)
      let rule = verdict == nil ? rules.decide(place.context, mark: place.kind) : nil
      let breaks: Bool
      switch (verdict, rule.map { rules.rules[$0].verdict }) {
      case (let verdict?, _): breaks = verdict.breaks
      case (nil, .break?): breaks = true
      case (nil, .join?): breaks = false
      case (nil, .weigh?), (nil, nil): breaks = place.context.features.contains(.icuBreak)
      }
      if let explain { explain(decision(place, breaks, rule, verdict)) }
      guard breaks, place.end > start else { continue }
      found(start..<place.end)
      start = place.next
    }
    found(start..<range.upperBound)
  }

  private func decision(_ place: Candidate, _ breaks: Bool, _ rule: Int?, _ verdict: SRXLayer.Verdict?) -> BreakDecision
  {
    if let verdict {
      return BreakDecision(
        offset: place.end, breaks: breaks, rule: "srx", why: "rule of the SRX file at \(verdict.rule.position)")
    }
    guard let rule else {
      let why =
        breaks
        ? "no rule decides; ICU (UAX #29) ends a sentence here" : "no rule decides; ICU (UAX #29) does not end one here"
      return BreakDecision(offset: place.end, breaks: breaks, rule: "icu", why: why)
    }
    return BreakDecision(offset: place.end, breaks: breaks, rule: rules.rules[rule].id, why: rules.rules[rule].why)
  }
}
