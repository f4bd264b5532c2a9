/// Fills in what rules ask of a candidate: the shapes and classes of the words on both sides, its place in the sentence.
struct ContextReader {
  let text: TextBytes
  let range: Range<Int>
  let punctuation: Punctuation
  let lists: WordLists

  init(text: TextBytes, range: Range<Int>, rules: LanguageRules) {
    self.text = text
    self.range = range
    punctuation = rules.punctuation
    lists = rules.lists
  }

  /// - Parameter sentence: where the sentence that may end here starts.
  func fill(_ place: inout Candidate, sentence: Int) {
    var features = place.context.features
    let word = afterSlash(max(min(place.word.upperBound, sentence), place.word.lowerBound)..<place.word.upperBound)
    features.formUnion(WordShape.features(of: word, in: text))
    if place.next == place.end {
      features.insert(.gapNone)
    } else {
      features.insert(hasLineBreak(place.end..<place.next) ? .gapLine : .gapSpace)
    }
    let content = contentStart(from: sentence, to: place.end)
    if word.lowerBound <= content || opensListItem(word) { features.insert(.placeFirst) }
    if ScalarKind(text.scalar(at: content).value) == .lower { features.insert(.placeUncapitalised) }
    if words(from: content, to: place.end, atMost: 4) < 4 { features.insert(.placeEarly) }
    if word.isEmpty, features.contains(.closerBracket), isBracketOpener(before: place.markStart) {
      features.insert(.placeLoneBracket)
    }
    if followsNumber(word) { features.insert(.behindNumber) }
    if place.kind == .semicolon, opensList(between: sentence, and: place.markStart) {
      features.insert(.placeInlineList)
    }
    place.context.word = wordMask(word)
    let next = nextWord(from: place.next, &features)
    place.context.next = next.mask
    if !features.isDisjoint(with: [.closerQuote]), !features.isDisjoint(with: [.nextUpper]) {
      if speechFollows(next.end) { features.insert(.aheadSpeech) }
    }
    place.context.features = features
  }

  /// The initial of "AFP/K. Minassian", else the whole word.
  private func afterSlash(_ word: Range<Int>) -> Range<Int> {
    guard word.count >= 3 else { return word }
    let (value, length) = text.scalar(before: word.upperBound)
    let start = word.upperBound - length
    guard start > word.lowerBound, text[start - 1] == UInt8(ascii: "/"), ScalarKind(value) == .upper else {
      return word
    }
    return start..<word.upperBound
  }

  /// Whether a number stands before a word that is short enough to be its unit.
  private func followsNumber(_ word: Range<Int>) -> Bool {
    guard !word.isEmpty, word.count <= 12 else { return false }
    let end = text.trimmingSpaces(before: word.lowerBound, downTo: range.lowerBound)
    return end > range.lowerBound && end < word.lowerBound && text[end - 1].isASCIIDigit
  }

  /// Whether a sentence holds a list after a colon: ": 1) …", ": a) …".
  private func opensList(between sentence: Int, and end: Int) -> Bool {
    var offset = max(sentence, end - 600)
    while offset < end {
      if text[offset] == UInt8(ascii: ":"),
        isListMarker(at: text.skippingSpaces(from: offset + 1, to: range.upperBound))
      {
        return true
      }
      offset += 1
    }
    return false
  }

  /// The first character of a sentence that is no opening mark.
  private func contentStart(from start: Int, to limit: Int) -> Int {
    var offset = start
    while offset < limit {
      let (value, length) = text.scalar(at: offset)
      guard length > 0,
        ScalarKind.isSpace(value) || punctuation.kind(of: value).rawValue >= Punctuation.Kind.quote.rawValue
      else { break }
      offset += length
    }
    return offset
  }

  /// Whether a word stands after a semicolon, or after a colon where it may be the first number or letter of a list.
  private func opensListItem(_ word: Range<Int>) -> Bool {
    let end = text.trimmingSpaces(before: word.lowerBound, downTo: range.lowerBound)
    guard end < word.lowerBound else { return false }
    if text[end - 1] == UInt8(ascii: ";") { return true }
    let isNumber = text[word.lowerBound].isASCIIDigit
    return text[end - 1] == UInt8(ascii: ":")
      && (!isNumber || (word.count == 1 && text[word.lowerBound] == UInt8(ascii: "1")))
  }

  private func words(from start: Int, to end: Int, atMost limit: Int) -> Int {
    // Three words are not longer; and a word of ten million letters is not read again for each mark in it.
    guard end - start < 128 else { return limit }
    var count = 0
    var inside = false
    var offset = start
    while offset < end, count < limit {
      let (value, length) = text.scalar(at: offset)
      guard length > 0 else { break }
      let isSpace = ScalarKind.isSpace(value)
      if !isSpace, !inside { count += 1 }
      inside = !isSpace
      offset += length
    }
    return count
  }

  private func isBracketOpener(before offset: Int) -> Bool {
    let value = text.scalar(before: text.trimmingSpaces(before: offset, downTo: range.lowerBound)).value
    let use = punctuation.use(of: value)
    return use.kind == .bracket && use.opens
  }

  private func hasLineBreak(_ range: Range<Int>) -> Bool {
    range.contains { text[$0] == UInt8(ascii: "\n") || text[$0] == UInt8(ascii: "\r") }
  }

  /// The classes of the word before the mark, as one word or as the end of a phrase ("p. ex").
  private func wordMask(_ word: Range<Int>) -> UInt64 {
    guard !word.isEmpty, word.count <= 40 else { return 0 }
    var mask = lists.mask(anyCase: text.part(word), letters: false) | lists.mask(joined: text.part(word))
    guard mask & WordLists.phraseEnd != 0 else { return mask }
    let spelt = text.string(word)
    let folded = spelt.lowercased()
    for form in folded == spelt ? [spelt] : [spelt, folded] {
      for phrase in lists.phrases(endingWith: form)
      where stands(phrase.before, phrase.words, before: word.lowerBound) {
        mask |= phrase.mask
      }
    }
    return mask
  }

  private func stands(_ phrase: String, _ words: Int, before offset: Int) -> Bool {
    var end = text.trimmingSpaces(before: offset, downTo: range.lowerBound)
    var pieces: [String] = []
    for _ in 0..<words {
      guard end > range.lowerBound else { return false }
      var start = end
      while start > range.lowerBound, end - start < 40 {
        let (value, length) = text.scalar(before: start)
        let sign = punctuation.kind(of: value)
        if ScalarKind.isSpace(value) || sign == .quote || sign == .bracket { break }
        start -= length
      }
      pieces.insert(text.string(start..<end), at: 0)
      end = text.trimmingSpaces(before: start, downTo: range.lowerBound)
    }
    let found = pieces.joined(separator: " ")
    return found == phrase || found.lowercased() == phrase
  }
}
