/// What is a vowel in Latin letters, and letters without their marks.
enum LatinLetters {
  static let vowels = Set("aeiouyàáâãäåæèéêëìíîïòóôõöøœùúûüýÿāēīōūıəőű".unicodeScalars)
  static let front = Set("eiyéèêëîïíìœə".unicodeScalars)

  /// A letter without accents; what has none is given back.
  static func plain(_ letter: Unicode.Scalar) -> [Unicode.Scalar] {
    letter.value < 0x80 ? [letter] : table[letter] ?? [letter]
  }

  private static let table: [Unicode.Scalar: [Unicode.Scalar]] = {
    let pairs: [(String, String)] = [
      ("àáâãäåā", "a"), ("èéêëēė", "e"), ("ìíîïīı", "i"), ("òóôõöøōő", "o"), ("ùúûüūű", "u"), ("ýÿ", "y"), ("çćč", "c"),
      ("ñńņň", "n"), ("šśş", "s"), ("žźż", "z"), ("ğģ", "g"), ("ł", "l"), ("ř", "r"), ("ď", "d"), ("ť", "t"),
      ("ə", "a"),
    ]
    var table: [Unicode.Scalar: [Unicode.Scalar]] = ["œ": ["o", "e"], "æ": ["a", "e"], "ß": ["s", "s"]]
    for (letters, plain) in pairs {
      for letter in letters.unicodeScalars { table[letter] = Array(plain.unicodeScalars) }
    }
    return table
  }()
}
