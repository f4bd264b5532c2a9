/// The letters, digits and marks of the word before a candidate, counted: what its shape is told by.
struct WordShape {
  private var upper = 0
  private var lower = 0
  private var caseless = 0
  private var digits = 0
  private var stops = 0
  private var others = 0
  private var letters = 0
  private var firstUpper = false
  private var romans = 0
  private var consonants = 0
  /// Letters since the last full stop or hyphen, and the most between two of them.
  private var pieceLetters = 0
  private var longestPiece = 0

  /// The features of a word's shape.
  static func features(of word: Range<Int>, in text: TextBytes) -> BreakFeatures {
    guard !word.isEmpty else { return .shapeNone }
    var shape = WordShape()
    var offset = word.lowerBound
    while offset < word.upperBound {
      let (value, length) = text.scalar(at: offset)
      guard length > 0 else { break }
      shape.add(value)
      offset += length
    }
    shape.endPiece()
    return isURL(text.part(word)) ? .shapeURL : shape.features
  }

  @inline(__always)
  private mutating func add(_ value: UInt32) {
    let kind = ScalarKind(value)
    switch kind {
    case .upper, .lower, .caseless:
      if kind == .upper {
        if letters == 0 { firstUpper = true }
        if Self.isRoman(value) { romans += 1 }
        upper += 1
      } else if kind == .lower {
        lower += 1
      } else {
        caseless += 1
      }
      if Self.isConsonant(value) { consonants += 1 }
      letters += 1
      pieceLetters += 1
    case .digit: digits += 1
    case .mark: break
    default:
      switch value {
      case Self.fullStop:
        stops += 1
        endPiece()
      case Self.hyphenMinus, 0x2010, 0x2011: endPiece()
      default: others += 1
      }
    }
  }

  @inline(__always)
  private mutating func endPiece() {
    longestPiece = max(longestPiece, pieceLetters)
    pieceLetters = 0
  }

  private var features: BreakFeatures {
    if letters == 0 {
      guard digits > 0 else { return .shapeNone }
      return digits <= 2 && stops == 0 && others == 0 ? [.shapeNumber, .shapeSmallNumber] : .shapeNumber
    }
    var features = mainFeature
    if letters <= 3 { features.insert(.shapeShort) }
    if consonants == letters, (2...4).contains(letters), upper <= 1, digits == 0, others == 0 {
      features.insert(.shapeConsonants)
    }
    if romans == letters, digits == 0, stops == 0 { features.insert(.shapeRoman) }
    return features
  }

  /// The one that tells words with letters apart.
  private var mainFeature: BreakFeatures {
    if letters == 1, digits == 0 {
      return upper == 1 ? .shapeInitial : caseless == 1 ? [.shapeOneLetter, .shapeCaseless] : .shapeOneLetter
    }
    if stops > 0, longestPiece <= 3, digits == 0 {
      return longestPiece == 1 && lower == 0 ? .shapeInitials : .shapeDotted
    }
    // "J-P"
    if longestPiece == 1, upper == letters, digits == 0, others == 0 { return .shapeInitials }
    if digits > 0 { return .shapeMixed }
    if upper == letters { return .shapeAllCaps }
    if lower == letters { return .shapeLower }
    if caseless > 0 { return .shapeCaseless }
    return firstUpper && upper == 1 ? .shapeCapitalised : .shapeMixed
  }

  private static let fullStop = UInt32(UInt8(ascii: "."))
  private static let hyphenMinus = UInt32(UInt8(ascii: "-"))

  /// A letter that Roman numerals are written with.
  static func isRoman(_ value: UInt32) -> Bool {
    switch UInt8(truncatingIfNeeded: value) {
    case _ where value >= 0x80: false
    case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "L"), UInt8(ascii: "C"),
      UInt8(ascii: "D"), UInt8(ascii: "M"):
      true
    default: false
    }
  }

  /// A consonant of the Latin alphabet without accents, of the Cyrillic or the Georgian one. Every other letter may be a
  /// vowel.
  private static func isConsonant(_ value: UInt32) -> Bool {
    switch value | 0x20 {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: false  // a e i o u y
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

  private static func isURL(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 4 else { return false }
    if bytes.starts(with: "www.".utf8) || bytes.contains(UInt8(ascii: "@")) { return true }
    return (3..<bytes.count).contains {
      bytes[$0] == UInt8(ascii: "/") && bytes[$0 - 1] == UInt8(ascii: "/") && bytes[$0 - 2] == UInt8(ascii: ":")
    }
  }
}
