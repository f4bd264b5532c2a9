/// What can be seen at a candidate place, as the rule files name it: key and value ("next: lower").
struct BreakFeatures: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  // The last mark before the place.
  static let markStop = bit(0), markQuestion = bit(1), markExclamation = bit(2), markEllipsis = bit(3)
  static let markNative = bit(4), markNone = bit(5)
  static let markEmoji = bit(63), markSemicolon = bit(54)
  // What closes between the mark and the place.
  static let closerNone = bit(6), closerQuote = bit(7), closerBracket = bit(8), closerNote = bit(9)
  // What lies between the two sentences.
  static let gapNone = bit(10), gapSpace = bit(11), gapLine = bit(12)
  // What opens the next one, before its first word.
  static let openerNone = bit(13), openerQuote = bit(14), openerBracket = bit(15), openerDash = bit(16)
  static let openerBullet = bit(17)
  // The first character after that.
  static let nextUpper = bit(18), nextLower = bit(19), nextMixed = bit(20), nextCaseless = bit(21)
  static let nextDigit = bit(22), nextComma = bit(23), nextSymbol = bit(24)
  // The first word after that.
  static let nextInitial = bit(25), nextCapitalised = bit(26), nextAllCaps = bit(27), nextRoman = bit(28)
  static let nextListMarker = bit(29), nextOneLetter = bit(30)
  // The word before the mark.
  static let shapeNone = bit(32), shapeInitial = bit(33), shapeInitials = bit(34), shapeDotted = bit(35)
  static let shapeLower = bit(36), shapeCapitalised = bit(37), shapeAllCaps = bit(38), shapeNumber = bit(39)
  static let shapeRoman = bit(40), shapeMixed = bit(41), shapeOneLetter = bit(42), shapeURL = bit(43)
  static let shapeConsonants = bit(60), shapeShort = bit(44), shapeSmallNumber = bit(45), shapeCaseless = bit(46)
  // Where in the sentence and in its quotation marks and brackets.
  static let placeFirst = bit(47), placeEarly = bit(48), placeInQuote = bit(49), placeInSingleQuote = bit(50)
  static let placeInBracket = bit(51), placeWholeBracket = bit(52), placeSequence = bit(53)
  static let placeLoneBracket = bit(55)
  static let placeUncapitalised = bit(57), placeInlineList = bit(61)
  // What stands before the word before the mark.
  static let behindNumber = bit(59)
  // What comes later.
  static let aheadSpeech = bit(56)
  // How the mark is written.
  static let runPause = bit(62), runOutside = bit(58)

  private static func bit(_ index: UInt64) -> BreakFeatures { BreakFeatures(rawValue: 1 << index) }

  /// Every feature by the key and the value under which rule files and weights name it.
  static let names: [(key: String, value: String, feature: BreakFeatures)] = [
    ("mark", "stop", markStop), ("mark", "question", markQuestion), ("mark", "exclamation", markExclamation),
    ("mark", "ellipsis", markEllipsis), ("mark", "native", markNative), ("mark", "none", markNone),
    ("mark", "emoji", markEmoji),
    ("mark", "semicolon", markSemicolon),
    ("closer", "none", closerNone), ("closer", "quote", closerQuote), ("closer", "bracket", closerBracket),
    ("closer", "note", closerNote),
    ("gap", "none", gapNone), ("gap", "space", gapSpace), ("gap", "line", gapLine),
    ("opener", "none", openerNone), ("opener", "quote", openerQuote), ("opener", "bracket", openerBracket),
    ("opener", "dash", openerDash), ("opener", "bullet", openerBullet),
    ("next", "upper", nextUpper), ("next", "lower", nextLower), ("next", "mixed", nextMixed),
    ("next", "caseless", nextCaseless), ("next", "digit", nextDigit), ("next", "comma", nextComma),
    ("next", "symbol", nextSymbol),
    ("next-shape", "initial", nextInitial), ("next-shape", "capitalised", nextCapitalised),
    ("next-shape", "all-caps", nextAllCaps), ("next-shape", "roman", nextRoman),
    ("next-shape", "list-marker", nextListMarker), ("next-shape", "one-letter", nextOneLetter),
    ("shape", "none", shapeNone), ("shape", "initial", shapeInitial), ("shape", "initials", shapeInitials),
    ("shape", "dotted", shapeDotted), ("shape", "lower", shapeLower), ("shape", "capitalised", shapeCapitalised),
    ("shape", "all-caps", shapeAllCaps), ("shape", "number", shapeNumber), ("shape", "roman", shapeRoman),
    ("shape", "mixed", shapeMixed), ("shape", "one-letter", shapeOneLetter), ("shape", "url", shapeURL),
    ("shape", "consonants", shapeConsonants), ("shape", "short", shapeShort),
    ("shape", "small-number", shapeSmallNumber), ("shape", "caseless", shapeCaseless),
    ("place", "first", placeFirst), ("place", "early", placeEarly), ("place", "in-quote", placeInQuote),
    ("place", "in-single-quote", placeInSingleQuote), ("place", "in-bracket", placeInBracket),
    ("place", "whole-bracket", placeWholeBracket), ("place", "sequence", placeSequence),
    ("place", "lone-bracket", placeLoneBracket),
    ("place", "uncapitalised", placeUncapitalised), ("place", "inline-list", placeInlineList),
    ("behind", "number", behindNumber),
    ("ahead", "speech", aheadSpeech),
    ("run", "pause", runPause), ("run", "outside", runOutside),
  ]

  static func named(_ key: String, _ value: String) -> BreakFeatures? {
    names.first { $0.key == key && $0.value == value }?.feature
  }
}

/// A candidate place as rules see it.
struct BreakContext {
  var features: BreakFeatures = []
  /// Classes of the word before the mark, and of the word after the place: bits as `WordLists` numbers them.
  var word: UInt64 = 0
  var next: UInt64 = 0
}
