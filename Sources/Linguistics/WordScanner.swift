internal import CICU

/// One word of a text: a run of letters, a run of digits, or one other visible character.
package struct Word: Hashable, Sendable {
  package enum Kind: UInt8, Hashable, Sendable {
    case letters = 1
    case digits = 2
    case other = 3
  }

  /// UTF-8 bytes of the text, end excluded.
  package let bytes: Range<Int>
  package let kind: Kind

  package init(bytes: Range<Int>, kind: Kind) {
    self.bytes = bytes
    self.kind = kind
  }
}

/// Cuts text into words as the command line promises them: a word is a run of letters (with their combining marks), a
/// run of decimal digits, or one other visible character. White space, controls and format characters are no words.
///
/// "l’arrêt de 44 jours" gives `l`, `’`, `arrêt`, `de`, `44`, `jours`. Never fails: broken UTF-8 counts as visible
/// characters of one byte.
package enum WordScanner {
  /// The words of a text in order.
  package static func words(in text: String) -> [Word] {
    var text = text
    return text.withUTF8 { words(in: $0) }
  }

  /// The same over bytes, for callers that hold a buffer. Offsets count from its start.
  package static func words(in bytes: UnsafeBufferPointer<UInt8>) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(bytes.count / 5)
    Self.words(in: bytes, into: &words)
    return words
  }

  /// The same into an array whose room is used again; what it held is gone.
  package static func words(in bytes: UnsafeBufferPointer<UInt8>, into words: inout [Word]) {
    words.removeAll(keepingCapacity: true)
    scan(bytes) { words.append(Word(bytes: $0..<$1, kind: $2)) }
  }

  /// Calls `body` with start, end and kind of each word, in order.
  @inline(__always)
  static func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Int, Int, Word.Kind) -> Void) {
    let classes = cicu_bmp_classes()!
    var offset = 0
    var runStart = 0
    var runClass: UInt8 = 0
    while offset < bytes.count {
      let (scalar, length) = decode(bytes, at: offset)
      let kind =
        scalar < 0x10000 ? classes[Int(scalar)] : UInt8(truncatingIfNeeded: cicu_class_of(scalar).rawValue)
      if kind != runClass || kind == Word.Kind.other.rawValue {
        if let run = Word.Kind(rawValue: runClass) { body(runStart, offset, run) }
        runStart = offset
        runClass = kind
      }
      offset += length
    }
    if let run = Word.Kind(rawValue: runClass) { body(runStart, offset, run) }
  }

  /// The scalar at `offset` and its length in bytes; a byte that starts no well-formed scalar is U+FFFD of length 1.
  @inline(__always)
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[offset])
    if first < 0x80 { return (first, 1) }
    let available = bytes.count - offset
    func tail(_ i: Int) -> UInt32? {
      guard i < available, bytes[offset + i] & 0xC0 == 0x80 else { return nil }
      return UInt32(bytes[offset + i] & 0x3F)
    }
    if first >= 0xC2, first < 0xE0, let a = tail(1) { return ((first & 0x1F) << 6 | a, 2) }
    if first >= 0xE0, first < 0xF0, let a = tail(1), let b = tail(2) {
      return ((first & 0x0F) << 12 | a << 6 | b, 3)
    }
    if first >= 0xF0, first < 0xF5, let a = tail(1), let b = tail(2), let c = tail(3) {
      return ((first & 0x07) << 18 | a << 12 | b << 6 | c, 4)
    }
    return (0xFFFD, 1)
  }
}
