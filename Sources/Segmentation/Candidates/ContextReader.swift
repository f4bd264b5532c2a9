/// Fills in what rules ask of a candidate: the shapes and classes of the words on both sides, its place in the sentence.
struct ContextReader {
  let text: TextBytes
  let range: Range<Int>
  private let punctuation: Punctuation
  private let lists: WordLists

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
    features.formUnion(shape(word))
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

  // MARK: Before

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

  private func shape(_ word: Range<Int>) -> BreakFeatures {
    guard !word.isEmpty else { return .shapeNone }
    var upper = 0
    var lower = 0
    var caseless = 0
    var digits = 0
    var stops = 0
    var others = 0
    var letters = 0
    var firstUpper = false
    var pieceLetters = 0
    var longestPiece = 0
    var romans = 0
    var consonants = 0
    var offset = word.lowerBound
    while offset < word.upperBound {
      let (value, length) = text.scalar(at: offset)
      guard length > 0 else { break }
      switch ScalarKind(value) {
      case .upper:
        if letters == 0 { firstUpper = true }
        if Self.isConsonant(value) { consonants += 1 }
        upper += 1
        letters += 1
        pieceLetters += 1
        if Self.isRoman(value) { romans += 1 }
      case .lower:
        if Self.isConsonant(value) { consonants += 1 }
        lower += 1
        letters += 1
        pieceLetters += 1
      case .caseless:
        if Self.isConsonant(value) { consonants += 1 }
        caseless += 1
        letters += 1
        pieceLetters += 1
      case .digit: digits += 1
      case .mark: break
      default:
        if value == 0x2E {
          stops += 1
          longestPiece = max(longestPiece, pieceLetters)
          pieceLetters = 0
        } else if value == 0x2D || value == 0x2010 || value == 0x2011 {
          longestPiece = max(longestPiece, pieceLetters)
          pieceLetters = 0
        } else {
          others += 1
        }
      }
      offset += length
    }
    longestPiece = max(longestPiece, pieceLetters)
    if isURL(word) { return .shapeURL }
    if letters == 0 {
      guard digits > 0 else { return .shapeNone }
      return digits <= 2 && stops == 0 && others == 0 ? [.shapeNumber, .shapeSmallNumber] : .shapeNumber
    }
    var features: BreakFeatures = []
    if letters == 1, digits == 0 {
      features = upper == 1 ? .shapeInitial : caseless == 1 ? [.shapeOneLetter, .shapeCaseless] : .shapeOneLetter
    } else if stops > 0, longestPiece <= 3, digits == 0 {
      features = longestPiece == 1 && lower == 0 ? .shapeInitials : .shapeDotted
    } else if longestPiece == 1, upper == letters, digits == 0, others == 0 {
      features = .shapeInitials  // "J-P"
    } else if digits > 0 {
      features = .shapeMixed
    } else if upper == letters {
      features = .shapeAllCaps
    } else if lower == letters {
      features = .shapeLower
    } else if caseless > 0 {
      features = .shapeCaseless
    } else {
      features = firstUpper && upper == 1 ? .shapeCapitalised : .shapeMixed
    }
    if letters <= 3 { features.insert(.shapeShort) }
    if consonants == letters, (2...4).contains(letters), upper <= 1, digits == 0, others == 0 {
      features.insert(.shapeConsonants)
    }
    if romans == letters, digits == 0, stops == 0 { features.insert(.shapeRoman) }
    return features
  }

  private static func isRoman(_ value: UInt32) -> Bool {
    switch value {
    case 0x49, 0x56, 0x58, 0x4C, 0x43, 0x44, 0x4D: true
    default: false
    }
  }

  /// A consonant of the Latin alphabet without accents, of the Cyrillic or the Georgian one. Every other letter may be a vowel.
  private static func isConsonant(_ value: UInt32) -> Bool {
    switch value | 0x20 {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: false
    case 0x62...0x7A: true
    default:
      switch value {
      case 0x410, 0x415, 0x418, 0x41E, 0x423, 0x42B, 0x42D...0x430, 0x435, 0x438, 0x43E, 0x443, 0x44B, 0x44D...0x44F:
        false  // А Е И О У Ы Э Ю Я
      case 0x10D0, 0x10D4, 0x10D8, 0x10DD, 0x10E3: false  // ა ე ი ო უ
      default: (0x410...0x44F).contains(value) || (0x10D0...0x10F0).contains(value)
      }
    }
  }

  /// Whether a number stands before a word that is short enough to be its unit.
  private func followsNumber(_ word: Range<Int>) -> Bool {
    guard !word.isEmpty, word.count <= 12 else { return false }
    let end = text.trimmingSpaces(before: word.lowerBound, downTo: range.lowerBound)
    return end > range.lowerBound && end < word.lowerBound && (0x30...0x39).contains(text[end - 1])
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

  private func isURL(_ word: Range<Int>) -> Bool {
    let bytes = text.part(word)
    guard bytes.count >= 4 else { return false }
    if bytes.starts(with: "www.".utf8) || bytes.contains(UInt8(ascii: "@")) { return true }
    return (3..<bytes.count).contains {
      bytes[$0] == UInt8(ascii: "/") && bytes[$0 - 1] == UInt8(ascii: "/") && bytes[$0 - 2] == UInt8(ascii: ":")
    }
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
    let isNumber = (0x30...0x39).contains(text[word.lowerBound])
    return text[end - 1] == UInt8(ascii: ":") && (!isNumber || (word.count == 1 && text[word.lowerBound] == 0x31))
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
    range.contains { text[$0] == 0x0A || text[$0] == 0x0D }
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

  // MARK: After

  /// Opening marks are read for so many bytes: more of them are no text, and must not be read for each mark again.
  private static let openersLimit = 64

  /// Reads the opening marks and the first word of the next sentence into `features`.
  private func nextWord(from start: Int, _ features: inout BreakFeatures) -> (mask: UInt64, end: Int) {
    var offset = start
    var openers: BreakFeatures = []
    words: while offset < range.upperBound, offset - start < Self.openersLimit {
      let (value, length) = text.scalar(at: offset)
      guard length > 0 else { break }
      if ScalarKind.isSpace(value) {
        offset += length
        continue
      }
      let use = punctuation.use(of: value)
      guard use.kind != .none else {
        if value == 0x40 || value == 0x23, ScalarKind(text.scalar(at: offset + 1).value).isLetter {
          features.formUnion(openers.isEmpty ? .openerNone : openers)
          features.insert(.nextMixed)  // "@name", "#word"
          return (0, offset)
        }
        guard value == 0xBF || value == 0xA1 else { break }  // ¿ ¡
        offset += length
        continue
      }
      switch use.kind {
      case .quote where use.opens || openers.isEmpty: openers.insert(.openerQuote)
      case .bracket where use.opens: openers.insert(.openerBracket)
      case .pause: break words
      case .dash: openers.insert(.openerDash)
      case .bullet: openers.insert(.openerBullet)
      case .bracket where openers.contains(.openerBracket): break  // "[...]" as a whole
      case .ellipsis: break
      case .stop where offset > start || text[offset + length] == 0x2E || text[offset + length] == 0x20: break
      default:
        features.formUnion(openers.isEmpty ? .openerNone : openers)
        features.insert(.nextComma)
        return (0, offset)
      }
      offset += length
    }
    features.formUnion(openers.isEmpty ? .openerNone : openers)
    return firstWord(from: offset, &features)
  }

  private func firstWord(from start: Int, _ features: inout BreakFeatures) -> (mask: UInt64, end: Int) {
    guard start < range.upperBound else { return (0, start) }
    let (value, _) = text.scalar(at: start)
    if isListMarker(at: start) { features.insert(.nextListMarker) }
    switch ScalarKind(value) {
    case .upper: features.insert(.nextUpper)
    case .lower: features.insert(.nextLower)
    case .caseless: features.insert(.nextCaseless)
    case .digit: features.insert(.nextDigit)
    case .punctuation: features.insert([0x2C, 0x3A, 0x3B].contains(value) ? .nextComma : .nextSymbol)
    default: features.insert(.nextSymbol)
    }
    var end = start
    var upper = 0
    var lower = 0
    var letters = 0
    var romans = 0
    while end < range.upperBound, letters < 40 {
      let (value, length) = text.scalar(at: end)
      let kind = ScalarKind(value)
      guard length > 0, kind.isLetter || kind == .mark else { break }
      if kind == .upper { upper += 1 }
      if kind == .lower { lower += 1 }
      if Self.isRoman(value) { romans += 1 }
      letters += 1
      end += length
    }
    guard letters > 0 else { return (0, end) }
    let follows = text.scalar(at: end).value
    if features.contains(.nextLower), upper > 0 {
      features.remove(.nextLower)
      features.insert(.nextMixed)
    }
    if letters == 1, upper == 1 { features.insert(follows == 0x2E ? .nextInitial : .nextOneLetter) }
    if letters > 1, features.contains(.nextUpper) {
      if upper == letters { features.insert(.nextAllCaps) } else if upper == 1 { features.insert(.nextCapitalised) }
    }
    if romans == letters { features.insert(.nextRoman) }
    return (nextMask(start..<end, follows), end)
  }

  private func nextMask(_ word: Range<Int>, _ follows: UInt32) -> UInt64 {
    var mask = lists.mask(anyCase: text.part(word))
    if follows == 0x27 || follows == 0x2019 { mask |= lists.mask(elided: text.part(word)) }
    return mask
  }

  /// "1)", "2.", "iv)": up to three letters or digits and a bracket, or up to two digits and a full stop.
  private func isListMarker(at start: Int) -> Bool {
    var end = start
    while end < range.upperBound, end - start < 4, Self.isAlphanumeric(text[end]) { end += 1 }
    guard (1...3).contains(end - start) else { return false }
    if text[end] == UInt8(ascii: ")") { return true }
    guard text[end] == UInt8(ascii: "."), (0x30...0x39).contains(text[start]), end - start < 3 else { return false }
    return text[end + 1] == UInt8(ascii: ")") || ScalarKind.isSpace(text.scalar(at: end + 1).value)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// Whether a verb of saying follows within three words, the words before it being capitalised: "Smith asked".
  private func speechFollows(_ start: Int) -> Bool {
    let speech = lists.speech
    guard speech != 0 else { return false }
    var offset = start
    for _ in 0..<4 {
      if text[offset] == 0x2E { offset += 1 }
      let next = text.skippingSpaces(from: offset, to: range.upperBound)
      guard next > offset else { return false }
      var end = next
      while end < range.upperBound, end - next < 64 {
        let (value, length) = text.scalar(at: end)
        let kind = ScalarKind(value)
        guard length > 0, kind.isLetter || kind == .mark || value == 0x2D else { break }
        end += length
      }
      guard end > next else { return false }
      if lists.mask(anyCase: text.part(next..<end)) & speech != 0 { return true }
      guard ScalarKind(text.scalar(at: next).value) == .upper else { return false }
      offset = end
    }
    return false
  }
}
