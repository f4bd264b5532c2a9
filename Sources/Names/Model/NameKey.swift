internal import Linguistics
internal import Romanization

/// A short key that all spellings of one name share, whatever the press or the script: the skeleton of its consonants in
/// classes that no convention splits. Different names may share one too: it is for finding what to compare.
///
/// Classes: P (p b ph), V (v f), T (t d th), K (k g q kh gh gu x c), S (s z ts dz), C (ch sh tch j zh dj …), L M N R.
/// Vowels, y, w and h fall away; a doubled class counts once.
package enum NameKey {
  /// Keys of one word in Latin letters: one, or two where the first letter may have been an h ("Gousseïnov", "Huseynov").
  /// Empty for a word without consonants.
  package static func keys(forWord word: String) -> [String] {
    let letters = letters(of: word)
    let main = skeleton(letters)
    var keys = [main]
    if let first = letters.first, [g, k].contains(first), main.count > 1, hFirst(letters) {
      keys.append(String(main.dropFirst()))
    }
    return keys.filter { !$0.isEmpty }
  }

  /// The key under which translations of one name meet: that of its last word in Latin letters.
  /// - Returns: nil where no letters are left.
  package static func anchor(for name: String) -> String? {
    guard let last = NamePieces.words(name).last else { return nil }
    let key = skeleton(letters(of: last))
    // A name of vowels and h alone is its own key.
    return key.isEmpty ? Folding.key(last) : key
  }

  private static let g = UInt8(ascii: "g"), k = UInt8(ascii: "k"), h = UInt8(ascii: "h")

  private static func letters(of word: String) -> [UInt8] {
    var out: [UInt8] = []
    for scalar in Folding.caseKey(word).unicodeScalars {
      switch scalar {
      case "ş", "š", "ç", "č", "ž": out += [UInt8(ascii: "s"), h]
      case "x": out += [k, UInt8(ascii: "s")]
      case "ğ", "ġ": out.append(g)
      default:
        for plain in LatinLetters.plain(scalar) where plain.value < 0x80 { out.append(UInt8(plain.value)) }
      }
    }
    return out
  }

  /// Whether an initial g, gu, gh or kh may stand for an h of the original.
  private static func hFirst(_ letters: [UInt8]) -> Bool {
    letters[0] == g || (letters[0] == k && letters.count > 1 && letters[1] == h)
  }

  private static func skeleton(_ letters: [UInt8]) -> String {
    var out: [UInt8] = []
    var index = 0
    func at(_ offset: Int) -> UInt8 { index + offset < letters.count ? letters[index + offset] : 0 }
    while index < letters.count {
      var length = 1
      var sound: UInt8 = 0
      switch letters[index] {
      case UInt8(ascii: "p"), UInt8(ascii: "b"): sound = UInt8(ascii: "P")
      case UInt8(ascii: "v"), UInt8(ascii: "f"): sound = UInt8(ascii: "V")
      case UInt8(ascii: "t"), UInt8(ascii: "d"):
        (sound, length) = dental(at)
      case k, g, UInt8(ascii: "q"): sound = UInt8(ascii: "K")
      case UInt8(ascii: "c"):
        (sound, length) = at(1) == h ? (UInt8(ascii: "C"), 2) : (UInt8(ascii: "K"), 1)
      case UInt8(ascii: "s"):
        if at(1) == h {
          (sound, length) = (UInt8(ascii: "C"), 2)
        } else if at(1) == UInt8(ascii: "c"), at(2) == h {
          (sound, length) = (UInt8(ascii: "C"), 3)
        } else {
          sound = UInt8(ascii: "S")
        }
      case UInt8(ascii: "z"): (sound, length) = at(1) == h ? (UInt8(ascii: "C"), 2) : (UInt8(ascii: "S"), 1)
      case UInt8(ascii: "j"): sound = UInt8(ascii: "C")
      case UInt8(ascii: "l"): sound = UInt8(ascii: "L")
      case UInt8(ascii: "m"): sound = UInt8(ascii: "M")
      case UInt8(ascii: "n"): sound = UInt8(ascii: "N")
      case UInt8(ascii: "r"): sound = UInt8(ascii: "R")
      default: break
      }
      if sound != 0, out.last != sound { out.append(sound) }
      index += length
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// t or d with what may follow: tch, dj, dzh are C; ts, tz, dz are S.
  private static func dental(_ at: (Int) -> UInt8) -> (UInt8, Int) {
    switch at(1) {
    case UInt8(ascii: "c") where at(2) == h: (UInt8(ascii: "C"), 3)
    case UInt8(ascii: "s") where at(2) == h: (UInt8(ascii: "C"), 3)
    case UInt8(ascii: "z") where at(2) == h: (UInt8(ascii: "C"), 3)
    case UInt8(ascii: "j"): (UInt8(ascii: "C"), 2)
    case UInt8(ascii: "s"), UInt8(ascii: "z"): (UInt8(ascii: "S"), 2)
    default: (UInt8(ascii: "T"), 1)
    }
  }
}
