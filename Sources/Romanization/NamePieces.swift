/// A name cut into words and what stands between them, and capitals put back.
package enum NamePieces {
  package struct Piece: Hashable, Sendable {
    package let text: String
    /// A run of letters with the marks inside it; otherwise spaces, hyphens, full stops.
    package let isWord: Bool
  }

  /// The pieces in order; joined they give the name back.
  package static func split(_ name: String) -> [Piece] {
    var pieces: [Piece] = []
    let scalars = name.unicodeScalars
    let end = scalars.endIndex
    var start = scalars.startIndex
    var index = start
    var inWord = false
    while index != end {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      let isWord =
        isLetter(scalar) || (inWord && isApostrophe(scalar) && next != end && isLetter(scalars[next]))
      if isWord != inWord {
        if start != index { pieces.append(Piece(text: String(scalars[start..<index]), isWord: inWord)) }
        start = index
        inWord = isWord
      }
      index = next
    }
    if start != end { pieces.append(Piece(text: String(scalars[start...]), isWord: inWord)) }
    return pieces
  }

  /// The words alone.
  package static func words(_ name: String) -> [String] { split(name).filter(\.isWord).map(\.text) }

  /// Lower-case `word` with the capitals of `model`: none, the first letter, or all.
  /// - Parameter caseless: the model's script has no capitals, so the first letter gets one.
  package static func recased(_ word: String, like model: String, caseless: Bool = false) -> String {
    guard let first = model.unicodeScalars.first, caseless || first.properties.isUppercase else { return word }
    let letters = model.unicodeScalars.filter(\.properties.isAlphabetic)
    if !caseless, letters.count > 1, letters.allSatisfy(\.properties.isUppercase) { return word.uppercased() }
    return capitalised(word)
  }

  /// The word with its first letter upper case.
  package static func capitalised(_ word: String) -> String {
    guard let index = word.firstIndex(where: \.isLetter) else { return word }
    return String(word[..<index]) + word[index].uppercased() + word[word.index(after: index)...]
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) }
    // Latin letters with marks: all but the signs of multiplication and division.
    if ("À"..."ſ").contains(scalar) { return scalar != "×" && scalar != "÷" }
    return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
  }

  /// Apostrophes and the letters that romanizations use for soft signs and aspirates.
  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "\u{2018}", "\u{2019}", "\u{02BC}", "\u{02BB}", "\u{02B9}", "\u{02BA}", "`": true
    default: false
    }
  }
}
