/// What the matcher needs to know of the letters below U+0800, in one table: lower case, class, spelling equivalents.
///
/// Everything above is answered by `Unicode.Scalar.Properties`, which is slower; the scripts of the first users all
/// lie below, but for Georgian, whose letters have no case in running text.
struct LetterTable: Sendable {
  /// Bits of an entry: up to three bytes of lower-case spelling, their number, classes.
  struct Entry {
    let bits: UInt32
    var isWord: Bool { bits & 0x8000_0000 != 0 }
    var isUpper: Bool { bits & 0x4000_0000 != 0 }
    /// Left out where it stands inside a word: soft hyphen, the Armenian marks of tone.
    var isSkipped: Bool { bits & 0x2000_0000 != 0 }
    /// A combining mark: the word has to be composed before it is compared.
    var isMark: Bool { bits & 0x1000_0000 != 0 }
    var count: Int { Int(bits >> 24 & 3) }
  }

  private let entries: [UInt32]
  /// Whether ASCII letters and digits fold as one would think, so that `LatinWord` may read them.
  let hasPlainLatin: Bool
  /// Which letters from U+00C0 to U+00FF do not, a bit each from the lowest.
  let oddLatin: UInt64

  /// - Parameters:
  ///   - isTurkic: whether I and İ are the capitals of ı and i.
  ///   - equivalents: lower-case letters that are compared as other spellings: œ as "oe", ё as "е".
  init(isTurkic: Bool = false, equivalents: [Unicode.Scalar: String] = [:]) {
    let entries = (0..<0x800).map { Self.entry(UInt32($0), isTurkic: isTurkic, equivalents: equivalents) }
    self.entries = entries
    func isPlain(_ value: Int, isUpper: Bool) -> Bool {
      let lower = String(Character(Unicode.Scalar(isUpper ? UInt32(value) + 0x20 : UInt32(value)) ?? " "))
      var bits: UInt32 = 0x8000_0000 | (isUpper ? 0x4000_0000 : 0) | UInt32(lower.utf8.count) << 24
      for (i, byte) in lower.utf8.enumerated() { bits |= UInt32(byte) << (8 * UInt32(i)) }
      return entries[value] == bits
    }
    hasPlainLatin = (0..<0x80).allSatisfy { value in
      let isUpper = (0x41...0x5A).contains(value)
      let isWord = isUpper || (0x61...0x7A).contains(value) || (0x30...0x39).contains(value)
      return isWord ? isPlain(value, isUpper: isUpper) : entries[value] == 0
    }
    oddLatin = (0xC0..<0x100).reduce(0) { odd, value in
      isPlain(value, isUpper: value < 0xDF) ? odd : odd | 1 << UInt64(value - 0xC0)
    }
  }

  @inline(__always) subscript(scalar: Int) -> Entry { Entry(bits: entries[scalar]) }

  private static func entry(_ value: UInt32, isTurkic: Bool, equivalents: [Unicode.Scalar: String]) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else { return 0 }
    if value == 0xAD || (0x55A...0x55F).contains(value) { return 0x2000_0000 }
    if isApostrophe(value) { return 0 }
    guard isWordScalar(scalar) else { return 0 }
    let bytes = lowerBytes(scalar, isTurkic: isTurkic, equivalents: equivalents)
    var bits: UInt32 = 0x8000_0000 | UInt32(bytes.count) << 24
    for (i, byte) in bytes.enumerated() { bits |= UInt32(byte) << (8 * UInt32(i)) }
    if scalar.properties.isUppercase { bits |= 0x4000_0000 }
    if (0x300..<0x370).contains(value) { bits |= 0x1000_0000 }
    return bits
  }

  /// How a letter is compared, in up to three bytes; the letter itself where that is longer.
  private static func lowerBytes(_ scalar: Unicode.Scalar, isTurkic: Bool, equivalents: [Unicode.Scalar: String])
    -> [UInt8]
  {
    // Most letters are small, and telling so is much faster than asking for their spelling.
    guard scalar.properties.changesWhenLowercased || equivalents[scalar] != nil else {
      return Array(String(Character(scalar)).utf8)
    }
    var lower = lowercase(scalar, isTurkic: isTurkic)
    if let only = lower.unicodeScalars.first, lower.unicodeScalars.count == 1, let other = equivalents[only] {
      lower = other
    }
    let bytes = Array(lower.utf8)
    return bytes.count > 3 ? Array(String(scalar).utf8) : bytes
  }

  /// The lower-case spelling of one scalar.
  static func lowercase(_ scalar: Unicode.Scalar, isTurkic: Bool) -> String {
    switch scalar {
    case "I" where isTurkic: "ı"
    case "İ": "i"
    default: scalar.properties.lowercaseMapping
    }
  }

  /// Whether a scalar is part of a word: letters, marks, digits.
  static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .decimalNumber, .letterNumber:
      !isApostrophe(scalar.value)
    default: false
    }
  }

  /// Scripts written without spaces: every character is a word of its own there.
  static func standsAlone(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x2FDF, 0x3040...0x30FF, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Straight, typographic and modifier apostrophes.
  static func isApostrophe(_ value: UInt32) -> Bool {
    switch value {
    case 0x27, 0x60, 0xB4, 0x2B9, 0x2BB, 0x2BC, 0x2BE, 0x2BF, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07: true
    default: false
    }
  }

  /// Hyphens, and the dashes that are set for them.
  static func isHyphen(_ value: UInt32) -> Bool {
    value == 0x2D || value == 0x58A || (0x2010...0x2013).contains(value) || value == 0x2212 || value == 0xFE63
      || value == 0xFF0D
  }

  /// White space within a line, no-break spaces among it.
  static func isSpace(_ value: UInt32) -> Bool {
    value == 0x20 || value == 0x09 || value == 0xA0 || (0x2000...0x200B).contains(value) || value == 0x202F
      || value == 0x205F || value == 0x3000
  }
}
