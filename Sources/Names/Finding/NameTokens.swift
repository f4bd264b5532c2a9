internal import Linguistics

/// One word of a sentence as names are made of: letters, joined over hyphens.
struct NameToken: Sendable {
  let word: NameWord
  private let start: UInt32
  private let end: UInt32
  /// What stands between it and the word before: empty at the start.
  let gap: Gap
  /// Whether a figure is joined to it: "BM-21", "TB2".
  let isNumbered: Bool

  init(_ word: NameWord, _ bytes: Range<Int>, gap: Gap, isNumbered: Bool = false) {
    self.isNumbered = isNumbered
    self.word = word
    start = UInt32(bytes.lowerBound)
    end = UInt32(bytes.upperBound)
    self.gap = gap
  }

  var bytes: Range<Int> { Int(start)..<Int(end) }
  var text: String { word.text }
  /// Folded.
  var key: String { word.key }
  /// Begins with a capital.
  var isCapital: Bool { word.isCapital }
  /// Two letters or more, all capitals.
  var isUpper: Bool { word.isUpper }

  /// Whether its folded word stands in a list.
  func isIn(_ mark: NameMarks) -> Bool { word.marks.contains(mark) }

  enum Gap: Sendable {
    case start
    /// White space alone.
    case space
    /// An apostrophe: "l'", "d'".
    case elision
    /// A full stop and perhaps a space: after an initial or an abbreviation.
    case stop
    /// A quotation mark, colon or dash, after which a capital may only begin a sentence.
    case opening
    /// A comma, bracket, figure, anything else.
    case other
  }
}

/// Cuts sentences into tokens, and keeps what is known of their words.
struct NameTokens {
  private let elisions: Set<String>
  private let joined: Set<String>
  private let lists: NameWords?
  private var spellings = SpellingNumbers()
  private var words: [NameWord] = []
  private var keys: [String: Int] = [:]
  private var scanned: [Word] = []

  /// - Parameter lists: what is asked of words; without it their marks are empty.
  init(_ cues: NameCues?, lists: NameWords? = nil) {
    elisions = cues?.elisions ?? []
    joined = cues?.joinedByApostrophe ?? []
    self.lists = lists
  }

  /// Different keys so far.
  var keyCount: Int { keys.count }

  mutating func tokens(of sentence: String) -> [NameToken] {
    var sentence = sentence
    return sentence.withUTF8 { tokens(of: $0) }
  }

  private mutating func tokens(of bytes: UnsafeBufferPointer<UInt8>) -> [NameToken] {
    WordScanner.words(in: bytes, into: &scanned)
    var tokens: [NameToken] = []
    tokens.reserveCapacity(scanned.count)
    var index = 0
    var previousEnd = 0
    while index < scanned.count {
      guard scanned[index].kind == .letters else {
        index += 1
        continue
      }
      let start = scanned[index].bytes.lowerBound
      var end = scanned[index].bytes.upperBound
      // A hyphen (or an apostrophe that is no elision) without spaces joins the next letters.
      while index + 2 < scanned.count, scanned[index + 1].kind == .other, scanned[index + 1].bytes.lowerBound == end,
        scanned[index + 2].kind == .letters, scanned[index + 2].bytes.lowerBound == scanned[index + 1].bytes.upperBound,
        joins(index, bytes)
      {
        index += 2
        end = scanned[index].bytes.upperBound
      }
      let gap = tokens.isEmpty ? NameToken.Gap.start : Self.gap(bytes, previousEnd..<start)
      tokens.append(
        NameToken(word(bytes, start..<end), start..<end, gap: gap, isNumbered: figureFollows(index, end, bytes)))
      previousEnd = end
      index += 1
    }
    return tokens
  }

  /// Whether a figure follows without a space, over a hyphen or none.
  private func figureFollows(_ index: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index + 1 < scanned.count, scanned[index + 1].bytes.lowerBound == end else { return false }
    if scanned[index + 1].kind == .digits { return true }
    return index + 2 < scanned.count && scanned[index + 2].kind == .digits
      && scanned[index + 2].bytes.lowerBound == scanned[index + 1].bytes.upperBound
      && Self.sign(bytes, scanned[index + 1].bytes) == .hyphen
  }

  /// Whether the sign behind a run of letters joins it to the run behind the sign.
  private mutating func joins(_ index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch Self.sign(bytes, scanned[index + 1].bytes) {
    case .hyphen: return true
    case .apostrophe:
      let word = word(bytes, scanned[index].bytes)
      return !elisions.contains(word.key) && (word.letters == 1 || joined.contains(word.key))
        && self.word(bytes, scanned[index + 2].bytes).letters > 1
    case .other: return false
    }
  }

  private enum Sign { case hyphen, apostrophe, other }

  private static func sign(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Sign {
    let start = range.lowerBound
    if range.count == 1 { return Self.sign(bytes[start]) }
    guard range.count == 3 else { return .other }
    func isThere(_ sign: StaticString) -> Bool {
      sign.withUTF8Buffer { $0.elementsEqual(bytes[range]) }
    }
    if isThere("\u{2019}") { return .apostrophe }
    return isThere("\u{2010}") || isThere("\u{2011}") ? .hyphen : .other
  }

  private static func sign(_ byte: UInt8) -> Sign {
    switch byte {
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "'"): .apostrophe
    default: .other
    }
  }

  private mutating func word(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> NameWord {
    let number = spellings.number(of: UnsafeBufferPointer(rebasing: bytes[range]))
    if number < words.count { return words[number] }
    let text = String(decoding: bytes[range], as: UTF8.self)
    let key = Folding.key(text)
    let keyNumber = keys[key] ?? keys.count
    keys[key] = keyNumber
    let word = NameWord(text, key: key, number: keyNumber, lists: lists)
    words.append(word)
    return word
  }

  private static func gap(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> NameToken.Gap {
    // What stands between words mostly is a space, an apostrophe or a comma.
    switch (range.count, sign(bytes, range)) {
    case (1, _) where bytes[range.lowerBound] == UInt8(ascii: " "): return .space
    case (1, .apostrophe), (3, .apostrophe): return .elision
    case (2, _)
    where bytes[range.lowerBound] == UInt8(ascii: ",") && bytes[range.lowerBound + 1] == UInt8(ascii: " "):
      return .other
    default: return gap(String(decoding: bytes[range], as: UTF8.self))
    }
  }

  private static func gap(_ text: String) -> NameToken.Gap {
    if text == " " { return .space }
    let visible = text.filter { !$0.isWhitespace }
    switch visible {
    case "": return .space
    case "'", "\u{2019}": return text.count == 1 ? .elision : .other
    case ".": return .stop
    default: return visible.contains(where: openings.contains) ? .opening : .other
    }
  }

  private static let openings: Set<Character> = [
    "«", "»", "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", ":", "\u{2014}", "\u{2013}", "?", "!", "\u{2026}",
  ]
}
