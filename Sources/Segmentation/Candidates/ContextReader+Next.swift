/// What follows a candidate: the marks that open the next sentence, and its first word.
extension ContextReader {
  /// Opening marks are read for so many bytes: more of them are no text, and must not be read for each mark again.
  private static let openersLimit = 64

  /// Reads the opening marks and the first word of the next sentence into `features`.
  func nextWord(from start: Int, _ features: inout BreakFeatures) -> (mask: UInt64, end: Int) {
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
        if value == "@" || value == "#", ScalarKind(text.scalar(at: offset + 1).value).isLetter {
          features.formUnion(openers.isEmpty ? .openerNone : openers)
          features.insert(.nextMixed)  // "@name", "#word"
          return (0, offset)
        }
        guard value == "¿" || value == "¡" else { break }
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
      case .stop
      where offset > start || text[offset + length] == UInt8(ascii: ".")
        || text[offset + length] == UInt8(ascii: " "):
        break
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
    case .punctuation: features.insert(",:;".unicodeScalars.contains { value == $0 } ? .nextComma : .nextSymbol)
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
      if WordShape.isRoman(value) { romans += 1 }
      letters += 1
      end += length
    }
    guard letters > 0 else { return (0, end) }
    let follows = text.scalar(at: end).value
    if features.contains(.nextLower), upper > 0 {
      features.remove(.nextLower)
      features.insert(.nextMixed)
    }
    if letters == 1, upper == 1 { features.insert(follows == "." ? .nextInitial : .nextOneLetter) }
    if letters > 1, features.contains(.nextUpper) {
      if upper == letters { features.insert(.nextAllCaps) } else if upper == 1 { features.insert(.nextCapitalised) }
    }
    if romans == letters { features.insert(.nextRoman) }
    return (nextMask(start..<end, follows), end)
  }

  private func nextMask(_ word: Range<Int>, _ follows: UInt32) -> UInt64 {
    var mask = lists.mask(anyCase: text.part(word))
    if follows == "'" || follows == "’" { mask |= lists.mask(elided: text.part(word)) }
    return mask
  }

  /// "1)", "2.", "iv)": up to three letters or digits and a bracket, or up to two digits and a full stop.
  func isListMarker(at start: Int) -> Bool {
    var end = start
    while end < range.upperBound, end - start < 4, Self.isAlphanumeric(text[end]) { end += 1 }
    guard (1...3).contains(end - start) else { return false }
    if text[end] == UInt8(ascii: ")") { return true }
    guard text[end] == UInt8(ascii: "."), text[start].isASCIIDigit, end - start < 3 else { return false }
    return text[end + 1] == UInt8(ascii: ")") || ScalarKind.isSpace(text.scalar(at: end + 1).value)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Whether a verb of saying follows within three words, the words before it being capitalised: "Smith asked".
  func speechFollows(_ start: Int) -> Bool {
    let speech = lists.speech
    guard speech != 0 else { return false }
    var offset = start
    for _ in 0..<4 {
      if text[offset] == UInt8(ascii: ".") { offset += 1 }
      let next = text.skippingSpaces(from: offset, to: range.upperBound)
      guard next > offset else { return false }
      var end = next
      while end < range.upperBound, end - next < 64 {
        let (value, length) = text.scalar(at: end)
        let kind = ScalarKind(value)
        guard length > 0, kind.isLetter || kind == .mark || value == "-" else { break }
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
