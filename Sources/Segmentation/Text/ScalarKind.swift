/// What sentence rules need to know of a character.
enum ScalarKind: UInt8 {
  case other, upper, lower
  /// A letter without case: Arabic, Hebrew, Han; Georgian too, whose capitals are used for whole headlines only.
  case caseless
  case digit, space, punctuation, symbol
  /// A combining mark, a joiner or another character that belongs to the one before.
  case mark

  var isLetter: Bool { self == .upper || self == .lower || self == .caseless }

  @inline(__always)
  init(_ scalar: UInt32) {
    self = scalar < 0x80 ? Self.ascii(scalar) : Self.beyondASCII(scalar)
  }

  @inline(__always)
  private static func ascii(_ scalar: UInt32) -> ScalarKind {
    if (scalar | 0x20) &- 0x61 < 26 { return scalar & 0x20 == 0 ? .upper : .lower }
    if scalar == 0x20 || scalar &- 9 < 5 { return .space }
    if scalar &- 0x30 < 10 { return .digit }
    switch scalar {
    case 0..<0x20, 0x7F: return .other
    case 0x24, 0x2B, 0x3C...0x3E, 0x5E, 0x60, 0x7C, 0x7E: return .symbol  // $ + < = > ^ ` | ~
    default: return .punctuation
    }
  }

  private static func beyondASCII(_ scalar: UInt32) -> ScalarKind {
    scalar < table.count ? table[Int(scalar)] : slow(Unicode.Scalar(scalar) ?? Unicode.Scalar(UInt8(0)))
  }

  /// Unicode's White_Space, which counts U+00A0 and U+202F in.
  @inline(__always)
  static func isSpace(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return scalar == 0x20 || (scalar >= 9 && scalar <= 13) }
    if scalar < 0x2000 { return scalar == 0xA0 || scalar == 0x85 || scalar == 0x1680 }
    return scalar <= 0x200A || scalar == 0x202F || scalar == 0x2028 || scalar == 0x2029 || scalar == 0x205F
      || scalar == 0x3000
  }

  /// Latin, Greek, Cyrillic, Armenian and Hebrew, which is nearly every look-up.
  private static let table: [ScalarKind] = (0..<0x600).map { slow(Unicode.Scalar(UInt16($0)) ?? " ") }

  private static func slow(_ scalar: Unicode.Scalar) -> ScalarKind {
    if isSpace(scalar.value) { return .space }
    if (0x10D0...0x10FF).contains(scalar.value) { return .caseless }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: return .upper
    case .lowercaseLetter: return .lower
    case .otherLetter, .modifierLetter: return .caseless
    case .decimalNumber, .letterNumber: return .digit
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: return .mark
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return .punctuation
    case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .otherNumber: return .symbol
    default: return .other
    }
  }
}
