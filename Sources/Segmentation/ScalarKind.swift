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
    self =
      scalar < Self.table.count
      ? Self.table[Int(scalar)] : Self.slow(Unicode.Scalar(scalar) ?? Unicode.Scalar(UInt8(0)))
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
