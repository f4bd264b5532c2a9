internal import Linguistics

/// What is known of a word wherever it stands: one for all tokens of a document that are spelt alike.
final class NameWord: Sendable {
  let text: String
  /// Folded.
  let key: String
  /// Number of the key in the document.
  let number: Int
  /// Begins with a capital.
  let isCapital: Bool
  /// Two letters or more, all capitals.
  let isUpper: Bool
  /// Letters, as a reader counts them.
  let letters: Int
  let marks: NameMarks
  /// A Roman figure.
  let isRoman: Bool
  /// A capitalised word that can be part of a name.
  let mayBeName: Bool
  /// Whether a name can begin with it at all.
  let mayBegin: Bool
  /// How much its ending speaks for a surname; 0 where nothing does.
  let endingWeight: Double

  init(_ text: String, key: String, number: Int, lists: NameWords? = nil) {
    self.text = text
    self.key = key
    self.number = number
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    letters = isASCII ? text.utf8.count : text.count
    (isCapital, isUpper) = Self.capitals(of: text)
    let marks = lists?.marks(ofKey: key) ?? []
    self.marks = marks
    endingWeight = isCapital ? lists?.endingWeight(text) ?? 0 : 0
    isRoman = isCapital && Self.isRoman(text.utf8[...])
    mayBeName =
      isCapital && marks.isDisjoint(with: [.common, .people, .title])
      && (!marks.contains(.office) || marks.contains(.given)) && !(lists?.isOrdinal(text) ?? false)
    mayBegin = isCapital || !marks.isDisjoint(with: [.begins, .orgNoun, .siteNoun])
  }

  /// Whether a word has the letters of Roman figures alone.
  static func isRoman(_ text: Substring.UTF8View) -> Bool { text.allSatisfy { romanFigures.contains($0) } }

  private static let romanFigures: [UInt8] = Array("IVXLCDM".utf8)

  /// Whether the first letter of a word is a capital, and whether it has two letters or more and all are. Properties of
  /// scalars are slow to ask for; most letters are ASCII.
  private static func capitals(of word: String) -> (first: Bool, all: Bool) {
    var letters = 0
    var first = false
    var all = true
    for scalar in word.unicodeScalars {
      guard scalar.isASCII ? isASCIILetter(scalar) : scalar.properties.isAlphabetic else { continue }
      let isCapital = scalar.isASCII ? scalar <= "Z" : scalar.properties.isUppercase
      if letters == 0 { first = isCapital }
      all = all && isCapital
      letters += 1
    }
    return (first, letters > 1 && all)
  }

  private static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
    ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar)
  }
}
