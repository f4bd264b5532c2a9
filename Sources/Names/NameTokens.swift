internal import Linguistics

/// One word of a sentence as names are made of: letters, joined over hyphens.
struct NameToken: Sendable {
  let bytes: Range<Int>
  let text: String
  /// Folded.
  let key: String
  /// Begins with a capital.
  let isCapital: Bool
  /// Two letters or more, all capitals.
  let isUpper: Bool
  /// What stands between it and the word before: empty at the start.
  let gap: Gap

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

/// Cuts a sentence into tokens.
enum NameTokens {
  static func tokens(of sentence: String, elisions: Set<String>) -> [NameToken] {
    let bytes = Array(sentence.utf8)
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let words = WordScanner.words(in: sentence)
    var tokens: [NameToken] = []
    var index = 0
    var previousEnd = 0
    while index < words.count {
      guard words[index].kind == .letters else {
        index += 1
        continue
      }
      let start = words[index].bytes.lowerBound
      var end = words[index].bytes.upperBound
      // A hyphen (or an apostrophe that is no elision) without spaces joins the next letters.
      while index + 2 < words.count, words[index + 2].kind == .letters, words[index + 1].bytes.lowerBound == end,
        words[index + 2].bytes.lowerBound == words[index + 1].bytes.upperBound
      {
        let mark = text(words[index + 1].bytes)
        let isHyphen = mark == "-" || mark == "\u{2010}" || mark == "\u{2011}"
        let isApostrophe = mark == "'" || mark == "\u{2019}"
        let word = text(words[index].bytes)
        let joins =
          isHyphen
          || (isApostrophe && !elisions.contains(Folding.key(word)) && (word.count == 1 || word == "Mar")
            && text(words[index + 2].bytes).count > 1)
        guard joins else { break }
        index += 2
        end = words[index].bytes.upperBound
      }
      let surface = text(start..<end)
      let capitals = capitals(of: surface)
      tokens.append(
        NameToken(
          bytes: start..<end, text: surface, key: Folding.key(surface),
          isCapital: capitals.first, isUpper: capitals.all,
          gap: tokens.isEmpty ? .start : gap(text(previousEnd..<start))))
      previousEnd = end
      index += 1
    }
    return tokens
  }

  /// Whether the first letter of a word is a capital, and whether it has two letters or more and all are. Properties of
  /// scalars are slow to ask for; most letters are ASCII.
  private static func capitals(of word: String) -> (first: Bool, all: Bool) {
    var letters = 0
    var first = false
    var all = true
    for scalar in word.unicodeScalars {
      guard scalar.isASCII ? isASCIILetter(scalar) : scalar.properties.isAlphabetic else { continue }
      let isCapital = scalar.isASCII ? scalar.value < 0x61 : scalar.properties.isUppercase
      if letters == 0 { first = isCapital }
      all = all && isCapital
      letters += 1
    }
    return (first, letters > 1 && all)
  }

  private static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
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
