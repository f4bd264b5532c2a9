internal import Bitext

/// Whether a term that a path led to stands in the text as it has to.
extension TermSearch {
  /// Keeps a term that ends before word `next`, if capitals, gaps and neighbours allow it.
  @inline(__always)
  mutating func keep(
    _ place: UnsafePointer<TermIndex.Entry>, _ number: Int, _ first: Int, _ next: Int, _ trail: TermPath.Trail
  ) {
    let entry = place.pointee
    guard let reading = reading(of: entry, number, first, next, trail) else { return }
    let start = trail.isContracted ? first + 1 : first
    guard entry.layer == 1 || standsFree(start, next) else { return }
    resolution.add(
      .init(
        first: Int32(start), end: Int32(next), entry: Int32(number), penalty: reading.penalty,
        isInflected: reading.isInflected, layer: entry.layer, status: entry.status))
  }

  /// How far the text is from the term's spelling; nil where it is another thing.
  struct Reading {
    var isInflected = false
    var penalty: UInt16 = 0
  }

  @inline(__always)
  private func reading(
    of entry: TermIndex.Entry, _ number: Int, _ first: Int, _ next: Int, _ trail: TermPath.Trail
  ) -> Reading? {
    guard trail.isPlain, !entry.isOdd, entry.joints == trail.spelling.joints(trail.variants) else {
      return Self.compared(index, tokens.start, text, number, first, next, trail)
    }
    // The usual case: word i of the text is word i of the term, and the same stands between them.
    let capitals = UInt16(truncatingIfNeeded: trail.spelling.capitals)
    guard entry.needed & ~capitals == 0 else { return nil }
    var reading = Reading()
    let otherCase = entry.capitals ^ capitals
    if otherCase != 0 {
      let atHead = otherCase >> UInt16(entry.wordCount - 1) & 1
      reading.penalty = UInt16(otherCase.nonzeroBitCount * 2) - UInt16(atHead)
    }
    if entry.forms != trail.spelling.forms {
      reading.isInflected = true
      reading.penalty += 16
    }
    return reading
  }

  /// Any case, word by word. Static, as are the other rare ways: a call with all of the search would copy it.
  @inline(never)
  private static func compared(
    _ index: TermIndex, _ tokens: UnsafePointer<Token>, _ text: UnsafeBufferPointer<UInt8>, _ number: Int,
    _ first: Int, _ next: Int, _ trail: TermPath.Trail
  ) -> Reading? {
    let tables = index.tables.view
    let entry = tables.entries[number]
    let detail = tables.details[number]
    if let edges = index.edges[Int32(number)] {
      let start = trail.isContracted ? first + 1 : first
      guard edges.surround(tokens[start].start..<tokens[next - 1].end, in: text) else { return nil }
    }
    let isVaried = trail.hasInsertion || trail.variants != detail.variants
    var isInflected = isVaried
    var penalty = trail.dropsAccents ? 4 : 0
    if !isVaried, !trail.isContracted {
      // Word i of the text is word i of the term.
      let count = Int(entry.wordCount)
      guard next - first == count else { return nil }
      for i in 0..<count {
        let shape = tables.shapes[Int(detail.shape) + i]
        let token = tokens[first + i]
        guard allows(shape.need, token, text) else { return nil }
        if shape.startsUpper != token.startsUpper { penalty += i == 0 ? 1 : 2 }
        if shape.form != token.form || token.flags & Token.chained != 0 {
          isInflected = isInflected || !trail.dropsAccents || Int(shape.length) != length(of: token, in: text)
        }
        if i > 0, shape.gap != token.gap {
          // Hyphen and space stand for one another; an apostrophe or full stop for nothing else.
          guard shape.gap.isSpaceLike, token.gap.isSpaceLike else { return nil }
          penalty += 8
        } else if i > 0, shape.gap == .other, let marks = index.oddGaps[detail.shape + Int32(i)],
          !text[tokens[first + i - 1].end..<token.start].elementsEqual(marks)
        {
          return nil
        }
      }
    } else {
      let skipped = trail.isContracted ? 1 : 0
      guard allows(tables.shapes[Int(detail.shape) + skipped].need, tokens[first + skipped], text) else { return nil }
      for i in first + 1..<next where tokens[i].gap == .other || tokens[i].gap == .dot { return nil }
      penalty += (trail.hasInsertion ? 64 : 0) + (trail.variants != detail.variants ? 32 : 0)
    }
    if isInflected { penalty += 16 }
    return Reading(isInflected: isInflected, penalty: UInt16(clamping: penalty))
  }

  /// Letters of a word.
  private static func length(of token: Token, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for i in token.start..<token.end where text[i] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  @inline(__always)
  private static func allows(
    _ need: TermIndex.Need, _ token: Token, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    switch need {
    case .free: true
    case .capital: token.startsUpper
    case .acronym: token.isAllUpper || token.isUpperThenLower || (token.end - token.start == 1 && token.startsUpper)
    case .small: !token.startsUpper || beginsSentence(token, text)
    }
  }

  /// Whether only blanks, quotation marks and brackets lie between a word and the end of a sentence before it.
  @inline(never)
  private static func beginsSentence(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let before = String(decoding: text[..<token.start].suffix(16), as: UTF8.self).unicodeScalars
    let mark = before.last { scalar in
      switch scalar.properties.generalCategory {
      case .spaceSeparator, .initialPunctuation, .finalPunctuation, .openPunctuation, .dashPunctuation: false
      default: scalar != "\"" && scalar != "'"
      }
    }
    guard let mark else { return true }
    return ".!?…:;\n\r".unicodeScalars.contains(mark) || mark.properties.generalCategory == .lineSeparator
  }

  /// Whether a hyphen ties the words to a neighbour that makes another word of them ("feu" in "cessez-le-feu").
  @inline(__always)
  private func standsFree(_ first: Int, _ next: Int) -> Bool {
    if first > 0, tokens[first].gap == .hyphen,
      !Self.mayPrecede(index, text, tokens[first - 1], predecessors)
    {
      return false
    }
    return next >= tokens.count || tokens[next].gap != .hyphen
      || Self.mayFollow(index, text, tokens[next], followers)
  }

  @inline(never)
  private static func mayPrecede(
    _ index: TermIndex, _ text: UnsafeBufferPointer<UInt8>, _ token: Token, _ answers: borrowing WordAnswers
  ) -> Bool {
    answers.answer(to: token.hash) { index.neighbours.mayPrecede(folded(token, in: text, index)) }
  }

  @inline(never)
  private static func mayFollow(
    _ index: TermIndex, _ text: UnsafeBufferPointer<UInt8>, _ token: Token, _ answers: borrowing WordAnswers
  ) -> Bool {
    answers.answer(to: token.hash) { index.neighbours.mayFollow(folded(token, in: text, index)) }
  }

  /// Whether a word may be inserted into a term.
  @inline(never)
  static func mayInsert(
    _ index: TermIndex, _ text: UnsafeBufferPointer<UInt8>, _ token: Token, _ answers: borrowing WordAnswers
  ) -> Bool {
    answers.answer(to: token.hash) { index.insertions.admits(folded(token, in: text, index)) }
  }

  /// The word as it is compared; slow.
  private static func folded(_ token: Token, in text: UnsafeBufferPointer<UInt8>, _ index: TermIndex) -> String {
    let spelt = String(decoding: text[token.start..<token.end], as: UTF8.self)
    let words = TokenScan.words(of: spelt, letters: index.letters, isTurkic: index.language.isTurkic)
    return String(decoding: words.first?.folded ?? [], as: UTF8.self)
  }
}
