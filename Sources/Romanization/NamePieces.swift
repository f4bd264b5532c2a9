/// A name cut into words and what stands between them, and capitals put back.
public enum NamePieces {
  public struct Piece: Hashable, Sendable {
    public let text: String
    /// A run of letters with the marks inside it; otherwise spaces, hyphens, full stops.
    public let isWord: Bool
  }

  /// The pieces in order; joined they give the name back.
  public static func split(_ name: String) -> [Piece] {
    var pieces: [Piece] = []
    var current = String.UnicodeScalarView()
    var inWord = false
    let scalars = Array(name.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isWord =
        isLetter(scalar)
        || (isApostrophe(scalar) && inWord && index + 1 < scalars.count && isLetter(scalars[index + 1]))
      if isWord != inWord, !current.isEmpty {
        pieces.append(Piece(text: String(current), isWord: inWord))
        current = String.UnicodeScalarView()
      }
      inWord = isWord
      current.append(scalar)
    }
    if !current.isEmpty { pieces.append(Piece(text: String(current), isWord: inWord)) }
    return pieces
  }

  /// The words alone.
  public static func words(_ name: String) -> [String] { split(name).filter(\.isWord).map(\.text) }

  /// Lower-case `word` with the capitals of `model`: none, the first letter, or all.
  /// - Parameter caseless: the model's script has no capitals, so the first letter gets one.
  public static func recased(_ word: String, like model: String, caseless: Bool = false) -> String {
    guard let first = model.unicodeScalars.first, caseless || first.properties.isUppercase else { return word }
    let letters = model.unicodeScalars.filter(\.properties.isAlphabetic)
    if !caseless, letters.count > 1, letters.allSatisfy(\.properties.isUppercase) { return word.uppercased() }
    return capitalised(word)
  }

  /// The word with its first letter upper case.
  public static func capitalised(_ word: String) -> String {
    guard let index = word.firstIndex(where: \.isLetter) else { return word }
    return String(word[..<index]) + word[index].uppercased() + word[word.index(after: index)...]
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return (0x61...0x7A).contains(scalar.value | 0x20) }
    return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
  }

  /// Apostrophes and the letters that romanizations use for soft signs and aspirates.
  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    ["'", "\u{2018}", "\u{2019}", "\u{02BC}", "\u{02BB}", "\u{02B9}", "\u{02BA}", "`"].contains(scalar)
  }
}
