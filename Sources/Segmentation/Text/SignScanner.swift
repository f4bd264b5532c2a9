/// A mark, quotation mark, bracket or bullet of a paragraph.
///
/// Small, for a paragraph may hold millions; texts are cut before they reach the four gigabytes that its offsets can count.
struct FoundSign {
  /// What a quotation mark or bracket does here.
  enum Role: UInt8 { case none, opens, closes, stray }

  private let start: UInt32
  private var stop: UInt32
  private let character: UInt32
  /// Index of the other half of the pair; -1 where there is none.
  var partner: Int32 = -1
  var kind: Punctuation.Kind
  var role: Role = .none

  init(offset: Int, end: Int, scalar: UInt32, kind: Punctuation.Kind, role: Role = .none) {
    start = UInt32(truncatingIfNeeded: offset)
    stop = UInt32(truncatingIfNeeded: end)
    character = scalar
    self.kind = kind
    self.role = role
  }

  var scalar: UInt32 { character }
  var offset: Int { Int(start) }
  var end: Int {
    get { Int(stop) }
    set { stop = UInt32(truncatingIfNeeded: newValue) }
  }
}

/// Finds the signs of a paragraph and pairs its quotation marks and brackets.
///
/// Straight marks are told apart by what stands beside them, apostrophes inside words are no marks at all. Openers deeper
/// than 64 and the search for a partner further than eight levels up are given up: the time stays linear on ten million
/// brackets.
struct SignScanner {
  /// A bracket that closes later, in bytes, closes something else: a face, a list number.
  static let longestBracket = 600

  let punctuation: Punctuation
  private(set) var signs: [FoundSign] = []
  /// Whether the paragraph has characters that may be marks which no rule file names.
  private(set) var mayHoldForeignMarks = false
  private var open: [Int] = []

  init(_ punctuation: Punctuation) { self.punctuation = punctuation }

  /// Finds the signs of a paragraph.
  /// - Returns: where it ends: at the end of `range`, or at a line break inside that ends it before.
  @discardableResult
  mutating func scan(_ text: TextBytes, _ range: Range<Int>) -> Int {
    signs.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    mayHoldForeignMarks = false
    var limit = range.upperBound
    var offset = range.lowerBound
    while true {
      offset = punctuation.nextPossibleSign(in: text, from: offset, to: limit)
      guard offset < limit else { break }
      let (scalar, length) = text.scalar(at: offset)
      var end = min(offset + max(length, 1), limit)
      let use = punctuation.use(of: scalar)
      switch use.kind {
      case .quote, .bracket: add(use, scalar, text, offset, end, range)
      case .paragraph: limit = offset
      case .none:
        if Punctuation.isEmoji(scalar) {
          while end < limit, case let next = text.scalar(at: end), Punctuation.continuesEmoji(next.value) {
            end += next.length
          }
          append(FoundSign(offset: offset, end: end, scalar: scalar, kind: .emoji))
        } else if Punctuation.isForeign(text[offset], text[offset + 1]) {
          mayHoldForeignMarks = true
        }
      default: addMark(use.kind, scalar, offset, end)
      }
      offset = end
    }
    // An opener that stands free on both sides and is never closed closes something of another paragraph, if anything.
    for index in open where isFree(signs[index], text, range.lowerBound..<limit) { signs[index].role = .stray }
    return limit
  }

  /// Adds a sign, or lengthens the last one by a mark of the same kind: "....." and "(((((" are one sign, so that memory stays
  /// small on ten million of them.
  private mutating func append(_ sign: FoundSign) {
    if let last = signs.last, last.end == sign.offset, last.scalar == sign.scalar,
      (sign.kind != .quote && sign.kind != .bracket) || (last.role == .stray && sign.role == .stray)
    {
      signs[signs.count - 1].end = sign.end
      if sign.kind == .pause { signs[signs.count - 1].kind = .ellipsis }
    } else {
      signs.append(sign)
    }
  }

  /// Adds the places where a word with a capital follows a word without a mark.
  mutating func addUnmarked(_ text: TextBytes, _ range: Range<Int>) {
    var found: [FoundSign] = []
    var before: UInt32 = 0x20
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = text.scalar(at: offset)
      guard length > 0 else { break }
      if ScalarKind.isSpace(scalar) {
        let next = text.skippingSpaces(from: offset, to: range.upperBound)
        let kind = ScalarKind(before)
        if kind.isLetter || kind == .digit || before == ":", ScalarKind(text.scalar(at: next).value) == .upper {
          found.append(FoundSign(offset: offset, end: next, scalar: scalar, kind: .unmarked))
        }
        offset = next
        before = 0x20
      } else {
        before = scalar
        offset += length
      }
    }
    insert(found)
  }

  /// Puts signs among the others, keeping partners right.
  private mutating func insert(_ found: [FoundSign]) {
    guard !found.isEmpty else { return }
    var merged: [FoundSign] = []
    var places: [Int32] = []
    var next = 0
    for sign in signs {
      while next < found.count, found[next].offset < sign.offset {
        merged.append(found[next])
        next += 1
      }
      places.append(Int32(truncatingIfNeeded: merged.count))
      merged.append(sign)
    }
    merged += found[next...]
    for index in merged.indices where merged[index].partner >= 0 {
      merged[index].partner = places[Int(merged[index].partner)]
    }
    signs = merged
  }

  private func isFree(_ sign: FoundSign, _ text: TextBytes, _ range: Range<Int>) -> Bool {
    guard punctuation.use(of: sign.scalar).closes else { return false }
    return sign.end >= range.upperBound || ScalarKind.isSpace(text.scalar(at: sign.end).value)
  }

  private mutating func addMark(_ kind: Punctuation.Kind, _ scalar: UInt32, _ offset: Int, _ end: Int) {
    if kind == .dash { return }
    append(FoundSign(offset: offset, end: end, scalar: scalar, kind: kind))
  }

  private mutating func add(
    _ use: Punctuation.Use, _ scalar: UInt32, _ text: TextBytes, _ offset: Int, _ end: Int, _ range: Range<Int>
  ) {
    let before = offset > range.lowerBound ? text.scalar(before: offset).value : 0x20
    let after = end < range.upperBound ? text.scalar(at: end).value : 0x20
    let kindBefore = ScalarKind(before)
    let kindAfter = ScalarKind(after)
    let wordBefore = kindBefore.isLetter || kindBefore == .digit || kindBefore == .mark
    let wordAfter = kindAfter.isLetter || kindAfter == .digit
    let mayBeApostrophe = scalar == "'" || scalar == "’"
    if mayBeApostrophe, wordBefore, wordAfter { return }
    let freeBefore = kindBefore == .space || opens(before)
    let freeAfter = kindAfter == .space
    var found = FoundSign(offset: offset, end: end, scalar: scalar, kind: use.kind)
    let partner = use.closes ? openPartner(of: scalar, at: offset) : nil
    let canOpen = use.opens
    let looksOpening = canOpen && freeBefore && (!freeAfter || partner == nil)
    // A sign that opens only ("«", "(") opens wherever it stands; one that may do either is judged by its neighbours.
    if canOpen, !use.closes || looksOpening, !(partner != nil && !looksOpening) {
      found.role = .opens
      if mayBeApostrophe, !wordAfter, !opens(after) { found.role = .stray }
      if use.kind == .bracket, isFace(before, wordAfter: wordAfter) { found.role = .stray }
      if found.role == .opens {
        guard open.count < 64 else { return }
        open.append(signs.count)
      }
    } else if let partner, !(mayBeApostrophe && wordAfter) {
      found.role = .closes
      found.partner = Int32(truncatingIfNeeded: open[partner])
      signs[open[partner]].partner = Int32(truncatingIfNeeded: signs.count)
      open.removeSubrange(partner...)
    } else if mayBeApostrophe {
      return
    } else {
      found.role = .stray
    }
    append(found)
  }

  /// Whether a bracket is the mouth of a face: ":(", "((".
  private func isFace(_ before: UInt32, wordAfter: Bool) -> Bool {
    !wordAfter && (before == ":" || before == ";" || before == "-" || before == "(")
  }

  private func opens(_ scalar: UInt32) -> Bool {
    let use = punctuation.use(of: scalar)
    return use.opens || use.kind == .dash
  }

  private func openPartner(of scalar: UInt32, at offset: Int) -> Int? {
    var index = open.count - 1
    while index >= 0, index > open.count - 9 {
      let opener = signs[open[index]]
      if punctuation.closes(scalar, opener.scalar) {
        return opener.kind == .bracket && offset - opener.end > Self.longestBracket ? nil : index
      }
      index -= 1
    }
    return nil
  }
}
