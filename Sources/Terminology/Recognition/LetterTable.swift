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
    var entries = Self.plainEntries
    if isTurkic {
      for value: UInt32 in [0x49, 0x130] { entries[Int(value)] = Self.entry(value, isTurkic: true) }
    }
    for (letter, spelling) in equivalents { Self.replace(letter, by: spelling, in: &entries) }
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

  /// Of no language in particular: to ask for every letter takes longer than a look-up may.
  private static let plainEntries = (0..<0x800).map { entry(UInt32($0), isTurkic: false) }

  private static func entry(_ value: UInt32, isTurkic: Bool) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else { return 0 }
    if value == 0xAD || (0x55A...0x55F).contains(value) { return 0x2000_0000 }
    guard isWordScalar(scalar) else { return 0 }
    var spelling = String(Character(scalar))
    // Most letters are small, and telling so is faster than asking for their spelling.
    if scalar.properties.changesWhenLowercased {
      let lower = lowercase(scalar, isTurkic: isTurkic)
      if lower.utf8.count <= 3 { spelling = lower }
    }
    var bits = 0x8000_0000 | bytes(of: spelling)
    if scalar.properties.isUppercase { bits |= 0x4000_0000 }
    if (0x300..<0x370).contains(value) { bits |= 0x1000_0000 }
    return bits
  }

  /// A spelling of up to three bytes and their number, as an entry holds them.
  private static func bytes(of spelling: String) -> UInt32 {
    spelling.utf8.enumerated().reduce(UInt32(spelling.utf8.count) << 24) {
      $0 | UInt32($1.element) << (8 * UInt32($1.offset))
    }
  }

  /// All letters that are compared as `letter` are compared as `spelling`, where that is short enough.
  private static func replace(_ letter: Unicode.Scalar, by spelling: String, in entries: inout [UInt32]) {
    guard letter.value < 0x800, spelling.utf8.count <= 3 else { return }
    let mask: UInt32 = 0x03FF_FFFF
    let (old, new) = (bytes(of: String(Character(letter))), bytes(of: spelling))
    for place in entries.indices where entries[place] & 0x8000_0000 != 0 && entries[place] & mask == old {
      entries[place] = entries[place] & ~mask | new
    }
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
