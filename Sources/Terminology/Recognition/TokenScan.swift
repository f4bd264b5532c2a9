internal import Linguistics

/// One word of a text as the matcher sees it.
struct Token {
  /// UTF-8 bytes of the text, end excluded.
  var start: Int
  var end: Int
  /// What stands between the word before and this one.
  var gap: Gap
  var flags: UInt8
  /// The glossary form it is, or 0.
  var form: Int32
  /// Of the folded spelling, mixed.
  var hash: UInt64

  static let upperInitial: UInt8 = 1
  /// At least two letters, all of them capitals.
  static let allUpper: UInt8 = 2
  /// Capitals followed by lower-case letters at the end: "POWs".
  static let upperThenLower: UInt8 = 4

  @inline(__always) var startsUpper: Bool { flags & Self.upperInitial != 0 }
  @inline(__always) var isAllUpper: Bool { flags & Self.allUpper != 0 }
  @inline(__always) var isUpperThenLower: Bool { flags & Self.upperThenLower != 0 }
}

/// What stands between two words, as far as a term may reach across it.
struct Gap: Equatable {
  let number: UInt8

  @inline(__always) private init(_ number: UInt8) { self.number = number }

  /// White space with at most one line break.
  @inline(__always) static var space: Gap { Gap(0) }
  /// One hyphen, perhaps with a line break after it.
  @inline(__always) static var hyphen: Gap { Gap(1) }
  /// One apostrophe.
  @inline(__always) static var apostrophe: Gap { Gap(2) }
  /// A full stop, perhaps with white space: "St. Petersburg".
  @inline(__always) static var dot: Gap { Gap(3) }
  /// Nothing at all, in scripts without spaces.
  @inline(__always) static var none: Gap { Gap(4) }
  /// Anything else: no term reaches across, unless the glossary writes the same.
  @inline(__always) static var other: Gap { Gap(5) }

  @inline(__always) var isSpaceLike: Bool { number <= 1 }
  @inline(__always) static func == (a: Gap, b: Gap) -> Bool { a.number == b.number }
}

/// Cuts text into folded words and hashes them: the hot loop of the matcher.
///
/// The folded spelling of the word last read is in `word`: lower case, composed, equivalents resolved.
///
/// Unsafe inside, for speed: `word` is a buffer of its own that is freed with the scan and never written past
/// `longestWord` + 8 bytes (a letter adds at most 4, and only while fewer than `longestWord` stand there). Texts are read
/// only below their count.
struct TokenScan: ~Copyable {
  /// Longer words are cut here; no glossary form is that long.
  static let longestWord = 240

  let letters: LetterTable
  let isTurkic: Bool
  let word: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  /// See `LatinWord`.
  private let hasPlainLatin: Bool
  private let oddLatin: UInt64

  /// - Parameter readsLatin: whether words of plain Latin letters may be read by `LatinWord`, to the same end.
  init(letters: LetterTable, isTurkic: Bool, readsLatin: Bool = true) {
    self.letters = letters
    self.isTurkic = isTurkic
    (hasPlainLatin, oddLatin) = (readsLatin && letters.hasPlainLatin, letters.oddLatin)
    word = .allocate(capacity: Self.longestWord + 8)
  }

  deinit { word.deallocate() }

  /// The folded spelling of the word last read.
  var spelling: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: word, count: count) }

  /// Reads the next word at or after `offset`; nil at the end of the text.
  @inline(__always)
  mutating func next(_ text: UnsafeBufferPointer<UInt8>, from offset: inout Int) -> Token? {
    guard let gap = skipGap(text, &offset) else { return nil }
    var latin = LatinWord()
    if hasPlainLatin, latin.read(text, at: offset, odd: oddLatin, into: word) {
      let start = offset
      count = latin.length
      offset += latin.length
      return Token(
        start: start, end: offset, gap: gap, flags: latin.startsUpper ? Token.upperInitial : 0, form: 0,
        hash: latin.hash)
    }
    return slowNext(text, from: &offset, after: gap)
  }

  /// Which letters of a word are capitals, in their order.
  private struct LetterCase {
    var uppers = 0
    var others = 0
    var upperAfterLower = false

    @inline(__always)
    mutating func add(isUpper: Bool) {
      if isUpper {
        uppers += 1
        if others > 0 { upperAfterLower = true }
      } else {
        others += 1
      }
    }

    func flags(startsUpper: Bool) -> UInt8 {
      guard uppers > 0 else { return 0 }
      var flags: UInt8 = startsUpper ? Token.upperInitial : 0
      if others == 0, uppers > 1 { flags |= Token.allUpper }
      if others > 0, uppers > 1, !upperAfterLower { flags |= Token.upperThenLower }
      return flags
    }
  }

  /// Any word, letter by letter.
  @inline(never)
  private mutating func slowNext(
    _ text: UnsafeBufferPointer<UInt8>, from offset: inout Int, after gap: Gap
  ) -> Token {
    let start = offset
    var count = 0
    var cases = LetterCase()
    var hasMark = false
    while offset < text.count {
      let first = text[offset]
      // A letter of three or four bytes.
      if first >= 0xE0 {
        guard takeHigh(text, &offset, &count, &cases) else { break }
        continue
      }
      let scalar: Int
      let length: Int
      if first < 0x80 {
        scalar = Int(first)
        length = 1
      } else {
        guard first >= 0xC2, offset + 1 < text.count else { break }
        scalar = Int(first & 0x1F) << 6 | Int(text[offset + 1] & 0x3F)
        length = 2
      }
      let entry = letters[scalar]
      offset += length
      if !entry.isWord {
        if entry.isSkipped, count > 0 { continue }
        offset -= length
        break
      }
      if entry.isMark { hasMark = true }
      cases.add(isUpper: entry.isUpper)
      guard count < Self.longestWord else { continue }
      var bits = entry.bits
      for _ in 0..<entry.count {
        word[count] = UInt8(truncatingIfNeeded: bits)
        count += 1
        bits >>= 8
      }
    }
    self.count = count
    if hasMark { compose() }
    return Token(
      start: start, end: offset, gap: gap,
      flags: cases.flags(startsUpper: cases.uppers > 0 && letters.isUpper(text, at: start)), form: 0,
      hash: SpellingHash.hash(of: spelling))
  }

  /// Takes a letter above U+07FF into the word.
  /// - Returns: whether the word may go on after it.
  @inline(__always)
  private func takeHigh(
    _ text: UnsafeBufferPointer<UInt8>, _ offset: inout Int, _ count: inout Int, _ cases: inout LetterCase
  ) -> Bool {
    let (value, length) = Self.decode(text, at: offset)
    if Self.isIgnorable(value), count > 0 {
      offset += length
      return true
    }
    guard let scalar = Unicode.Scalar(value), Self.isHighWord(scalar) else { return false }
    let standsAlone = LetterTable.standsAlone(value)
    if standsAlone, count > 0 { return false }
    cases.add(isUpper: !standsAlone && scalar.properties.isUppercase)
    append(scalar, &count)
    offset += length
    return !standsAlone
  }

  /// Letters above U+07FF.
  static func isHighWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x10D0...0x10FA, 0x0900...0x0963, 0x3040...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
    case 0x2000...0x206F, 0x20A0...0x2BFF, 0x3000...0x3004, 0xFFFD: false
    default: LetterTable.isWordScalar(scalar)
    }
  }

  /// Joiners and other invisible characters that do not part a word.
  static func isIgnorable(_ value: UInt32) -> Bool {
    value == 0x200C || value == 0x200D || value == 0x2060 || value == 0xFEFF || value == 0xAD
  }

  private func append(_ scalar: Unicode.Scalar, _ count: inout Int) {
    guard count < Self.longestWord else { return }
    let lower =
      scalar.value >= 0x10D0 && scalar.value <= 0x10FF
      ? String(scalar) : LetterTable.lowercase(scalar, isTurkic: isTurkic)
    for byte in lower.utf8 {
      word[count] = byte
      count += 1
    }
  }

  /// The word again, with its combining marks composed.
  private mutating func compose() {
    let spelt = String(decoding: spelling, as: UTF8.self)
    count = 0
    for scalar in Folding.composed(spelt).unicodeScalars where count < Self.longestWord {
      let entry = scalar.value < 0x800 ? letters[Int(scalar.value)] : LetterTable.Entry(bits: 0)
      if entry.count > 0 {
        for i in 0..<entry.count {
          word[count] = UInt8(truncatingIfNeeded: entry.bits >> (8 * UInt32(i)))
          count += 1
        }
      } else {
        for byte in String(scalar).utf8 {
          word[count] = byte
          count += 1
        }
      }
    }
  }

  /// The scalar at `offset` and its length in bytes. The text comes from a `String`, so it is well-formed.
  static func decode(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> (UInt32, Int) {
    let first = UInt32(text[offset])
    func tail(_ i: Int) -> UInt32 { offset + i < text.count ? UInt32(text[offset + i] & 0x3F) : 0 }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | tail(1), min(2, text.count - offset)) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), min(3, text.count - offset)) }
    return ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), min(4, text.count - offset))
  }
}

extension LetterTable {
  /// Whether the letter at a byte is a capital.
  func isUpper(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    let (value, _) = TokenScan.decode(text, at: offset)
    if value < 0x800 { return self[Int(value)].isUpper }
    return Unicode.Scalar(value)?.properties.isUppercase ?? false
  }
}

extension TokenScan {
  /// The words of a short text with their folded spellings: how glossary terms are read.
  static func words(
    of text: String, letters: LetterTable, isTurkic: Bool
  ) -> [(token: Token, folded: [UInt8])] {
    var scan = TokenScan(letters: letters, isTurkic: isTurkic)
    var found: [(Token, [UInt8])] = []
    var text = text
    text.withUTF8 { bytes in
      var offset = 0
      while let token = scan.next(bytes, from: &offset) { found.append((token, Array(scan.spelling))) }
    }
    return found
  }
}
