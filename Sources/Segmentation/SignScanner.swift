/// A mark, quotation mark, bracket or bullet of a paragraph.
struct FoundSign {
  let offset: Int
  var end: Int
  let scalar: UInt32
  var kind: Punctuation.Kind
  /// What a quotation mark or bracket does here.
  enum Role: UInt8 { case none, opens, closes, stray }
  var role: Role = .none
  /// Index of the other half of the pair; -1 where there is none.
  var partner: Int32 = -1
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

  mutating func scan(_ text: TextBytes, _ range: Range<Int>) {
    signs.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    mayHoldForeignMarks = false
    var offset = range.lowerBound
    while true {
      offset = punctuation.nextPossibleSign(in: text, from: offset, to: range.upperBound)
      guard offset < range.upperBound else { break }
      let (scalar, length) = text.scalar(at: offset)
      var end = min(offset + max(length, 1), range.upperBound)
      if Punctuation.isEmoji(scalar) {
        while end < range.upperBound, case let next = text.scalar(at: end), Punctuation.continuesEmoji(next.value) {
          end += next.length
        }
        signs.append(FoundSign(offset: offset, end: end, scalar: scalar, kind: .emoji))
      } else if case let kind = punctuation.kind(of: scalar), kind != .none {
        if kind != .quote, kind != .bracket {
          addMark(kind, scalar, offset, end)
        } else if let sign = punctuation.signs[scalar] {
          add(sign, scalar, text, offset, end, range)
        }
      } else if Punctuation.isForeign(text[offset], text[offset + 1]) {
        mayHoldForeignMarks = true
      }
      offset = end
    }
    // An opener that stands free on both sides and is never closed closes something of another paragraph, if anything.
    for index in open where isFree(signs[index], text, range) { signs[index].role = .stray }
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
        if kind.isLetter || kind == .digit || before == 0x3A, ScalarKind(text.scalar(at: next).value) == .upper {
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
    guard punctuation.signs[sign.scalar]?.closes == true else { return false }
    return sign.end >= range.upperBound || ScalarKind.isSpace(text.scalar(at: sign.end).value)
  }

  private mutating func addMark(_ kind: Punctuation.Kind, _ scalar: UInt32, _ offset: Int, _ end: Int) {
    if kind == .dash { return }
    if let last = signs.last, last.end == offset, last.scalar == scalar {
      signs[signs.count - 1].end = end  // "....." is one sign: memory stays small on ten million stops
      if kind == .pause { signs[signs.count - 1].kind = .ellipsis }
    } else {
      signs.append(FoundSign(offset: offset, end: end, scalar: scalar, kind: kind))
    }
  }

  private mutating func add(
    _ sign: Punctuation.Sign, _ scalar: UInt32, _ text: TextBytes, _ offset: Int, _ end: Int, _ range: Range<Int>
  ) {
    let before = offset > range.lowerBound ? text.scalar(before: offset).value : 0x20
    let after = end < range.upperBound ? text.scalar(at: end).value : 0x20
    let kindBefore = ScalarKind(before)
    let kindAfter = ScalarKind(after)
    let wordBefore = kindBefore.isLetter || kindBefore == .digit || kindBefore == .mark
    let wordAfter = kindAfter.isLetter || kindAfter == .digit
    let mayBeApostrophe = scalar == 0x27 || scalar == 0x2019
    if mayBeApostrophe, wordBefore, wordAfter { return }
    let freeBefore = kindBefore == .space || opens(before)
    let freeAfter = kindAfter == .space
    var found = FoundSign(offset: offset, end: end, scalar: scalar, kind: sign.kind)
    let partner = sign.closes ? openPartner(of: scalar, at: offset) : nil
    let canOpen = !sign.closers.isEmpty
    let looksOpening = canOpen && freeBefore && (!freeAfter || partner == nil)
    // A sign that opens only ("«", "(") opens wherever it stands; one that may do either is judged by its neighbours.
    if canOpen, !sign.closes || looksOpening, !(partner != nil && !looksOpening) {
      found.role = .opens
      if mayBeApostrophe, !wordAfter, !opens(after) { found.role = .stray }
      if sign.kind == .bracket, isFace(before, wordAfter: wordAfter) { found.role = .stray }
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
    signs.append(found)
  }

  /// Whether a bracket is the mouth of a face: ":(", "((".
  private func isFace(_ before: UInt32, wordAfter: Bool) -> Bool {
    !wordAfter && (before == 0x3A || before == 0x3B || before == 0x2D || before == 0x28)
  }

  private func opens(_ scalar: UInt32) -> Bool {
    guard let sign = punctuation.signs[scalar] else { return false }
    return !sign.closers.isEmpty || sign.kind == .dash
  }

  private func openPartner(of scalar: UInt32, at offset: Int) -> Int? {
    var index = open.count - 1
    while index >= 0, index > open.count - 9 {
      let opener = signs[open[index]]
      if punctuation.signs[opener.scalar]?.closers.contains(scalar) == true {
        return opener.kind == .bracket && offset - opener.end > Self.longestBracket ? nil : index
      }
      index -= 1
    }
    return nil
  }
}
