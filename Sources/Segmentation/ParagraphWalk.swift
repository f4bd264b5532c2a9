/// Goes through the candidate places of one paragraph, in order, and reads what rules ask of each.
struct ParagraphWalk {
  private let text: TextBytes
  private let range: Range<Int>
  private let rules: LanguageRules
  private let signs: [FoundSign]
  private let foreign: [Int]
  private let candidates: CandidateReader
  private let contexts: ContextReader
  private var sequence: ListSequence?
  private var lastSentence = -1
  private var sign = 0
  private var boundary = 0
  /// Signs before this one are counted in `enclosing`.
  private var entered = 0
  /// Matched openers that are not closed yet.
  private var enclosing: [Int] = []

  /// - Parameter foreign: ICU's boundaries where the paragraph may hold marks that no rule file names; else none.
  init(_ text: TextBytes, _ range: Range<Int>, _ rules: LanguageRules, _ signs: [FoundSign], foreign: [Int]) {
    self.text = text
    self.range = range
    self.rules = rules
    self.signs = signs
    self.foreign = foreign
    candidates = CandidateReader(text: text, range: range, rules: rules, signs: signs)
    contexts = ContextReader(text: text, range: range, rules: rules)
  }

  /// The next candidate before the end of the paragraph, or nil.
  /// - Parameter sentence: where the present sentence starts.
  mutating func next(sentence: Int) -> Candidate? {
    if sentence != lastSentence {
      lastSentence = sentence
      if let opened = ListSequence(text, sentence..<range.upperBound), opened.isFirst || sequence == nil {
        sequence = opened
      }
    }
    while sign < signs.count {
      let current = signs[sign]
      if let place = otherScript(before: current.offset, sentence: sentence) { return place }
      if var place = structural(current, sentence: sentence) {
        complete(&place, sentence: sentence)
        return place
      }
      guard current.kind.isMark else {
        sign += 1
        continue
      }
      var place = candidates.candidate(at: sign)
      sign = place.nextSign
      if place.next >= range.upperBound { continue }
      complete(&place, sentence: sentence)
      return place
    }
    return otherScript(before: range.upperBound, sentence: sentence)
  }

  private mutating func complete(_ place: inout Candidate, sentence: Int) {
    enter(upTo: place.nextSign, before: place.end)
    contexts.fill(&place, sentence: sentence)
    if let inner = enclosing.last, signs[inner].kind == .quote {
      place.context.features.insert(.placeInQuote)
      if signs[inner].scalar == 0x27 || signs[inner].scalar == 0x2018 {
        place.context.features.insert(.placeInSingleQuote)
      }
    }
    if let bracket = enclosing.first(where: { signs[$0].kind == .bracket }) {
      place.context.features.insert(signs[bracket].offset <= sentence ? .placeWholeBracket : .placeInBracket)
    }
  }

  private mutating func enter(upTo limit: Int, before offset: Int) {
    while entered < limit, signs[entered].offset < offset {
      let found = signs[entered]
      if found.role == .opens, found.partner >= 0 {
        enclosing.append(entered)
      } else if found.role == .closes, let index = enclosing.lastIndex(of: Int(found.partner)) {
        enclosing.removeSubrange(index...)
      }
      entered += 1
    }
  }

  /// The place before the next item of a list that runs on, or before a bullet.
  private mutating func structural(_ found: FoundSign, sentence: Int) -> Candidate? {
    if found.kind == .bullet {
      guard found.offset > sentence, ScalarKind.isSpace(text.scalar(before: found.offset).value) else { return nil }
      sign += 1
      var place = candidates.candidate(before: found.offset, nextSign: sign)
      place.context.features.insert(.placeSequence)
      return place
    }
    if found.kind == .unmarked {
      guard found.offset > sentence else { return nil }
      sign += 1
      return candidates.candidate(before: found.end, nextSign: sign)
    }
    if found.kind == .line { return lineItem(found, sentence: sentence) }
    guard sequence != nil, found.kind == .stop || (found.kind == .bracket && found.role != .opens),
      let item = sequence?.item(endingAt: found.offset), item > sentence
    else { return nil }
    var place = candidates.candidate(before: item, nextSign: sign)
    place.context.features.insert(.placeSequence)
    return place
  }

  /// The place before a wrapped line that opens a list item.
  private mutating func lineItem(_ found: FoundSign, sentence: Int) -> Candidate? {
    let start = text.skippingSpaces(from: found.end, to: range.upperBound)
    guard start < range.upperBound, start > sentence else { return nil }
    let isBullet = rules.punctuation.kind(of: text.scalar(at: start).value) == .bullet
    if !isBullet {
      guard let opened = ListSequence(text, start..<range.upperBound), opened.isFirst || opened.isBracketed else {
        return nil
      }
    }
    sign += 1
    var place = candidates.candidate(before: start, nextSign: sign)
    place.context.features.insert(.placeSequence)
    return place
  }

  /// A boundary of ICU after a sign that no rule file names: scripts we know nothing of.
  private mutating func otherScript(before offset: Int, sentence: Int) -> Candidate? {
    while boundary < foreign.count, foreign[boundary] <= offset, foreign[boundary] < range.upperBound {
      let place = foreign[boundary]
      boundary += 1
      let end = text.trimmingSpaces(before: place, downTo: range.lowerBound)
      let last = text.scalar(before: end).value
      let next = text.skippingSpaces(from: place, to: range.upperBound)
      guard end > sentence, next < range.upperBound, !candidates.containsLineBreak(end..<place),
        rules.punctuation.kind(of: last) == .none, ScalarKind(last) == .punctuation
      else { continue }
      var found = Candidate(markStart: end, end: end, next: next, kind: .native, word: end..<end, nextSign: sign)
      found.context.features = [.markNative, .closerNone]
      contexts.fill(&found, sentence: sentence)
      return found
    }
    return nil
  }
}
