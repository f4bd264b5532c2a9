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
      && (!marks.contains(.office) || marks.contains(.given)) && !Self.isOrdinal(text)
    mayBegin = isCapital || !marks.isDisjoint(with: [.begins, .orgNoun, .siteNoun])
  }

  private static func isRoman(_ text: Substring.UTF8View) -> Bool { text.allSatisfy { romanFigures.contains($0) } }

  private static let romanFigures: [UInt8] = Array("IVXLCDM".utf8)

  /// A Roman figure with an ending: "XXe", "Ve".
  private static func isOrdinal(_ text: String) -> Bool {
    guard let first = text.utf8.first, romanFigures.contains(first) else { return false }
    return ordinalEndings.contains { ending in
      text.hasSuffix(ending) && text.count > ending.count && isRoman(text.dropLast(ending.count).utf8)
    }
  }

  private static let ordinalEndings = ["e", "er", "ème", "th", "st", "nd", "rd"]

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
}

/// The lists that a folded word stands in.
struct NameMarks: OptionSet, Sendable {
  let rawValue: UInt32

  static let title = NameMarks(rawValue: 1 << 0)
  static let office = NameMarks(rawValue: 1 << 1)
  static let particle = NameMarks(rawValue: 1 << 2)
  static let placePreposition = NameMarks(rawValue: 1 << 3)
  static let placeNoun = NameMarks(rawValue: 1 << 4)
  static let siteNoun = NameMarks(rawValue: 1 << 5)
  static let orgHead = NameMarks(rawValue: 1 << 6)
  static let orgNoun = NameMarks(rawValue: 1 << 7)
  static let partyNoun = NameMarks(rawValue: 1 << 8)
  static let connector = NameMarks(rawValue: 1 << 9)
  static let common = NameMarks(rawValue: 1 << 10)
  /// A people's name or its adjective, in any number and gender.
  static let people = NameMarks(rawValue: 1 << 11)
  static let speech = NameMarks(rawValue: 1 << 12)
  static let placeAcronym = NameMarks(rawValue: 1 << 13)
  static let commonAcronym = NameMarks(rawValue: 1 << 14)
  static let placeAdjective = NameMarks(rawValue: 1 << 15)
  static let elision = NameMarks(rawValue: 1 << 16)
  /// A first name of the lexicon.
  static let given = NameMarks(rawValue: 1 << 17)
  /// A form of the lexicon, of whatever kind.
  static let listed = NameMarks(rawValue: 1 << 18)
  /// Names of the glossary or the lexicon begin with it.
  static let begins = NameMarks(rawValue: 1 << 19)
  static let country = NameMarks(rawValue: 1 << 20)
  /// A surname of a person of the glossary.
  static let surname = NameMarks(rawValue: 1 << 21)
  /// Ends like an adjective.
  static let adjective = NameMarks(rawValue: 1 << 22)

  /// The lists of the cue words.
  static let lists: [(key: String, mark: NameMarks)] = [
    ("titles", .title), ("offices", .office), ("particles", .particle), ("place-prepositions", .placePreposition),
    ("place-nouns", .placeNoun), ("site-nouns", .siteNoun), ("org-heads", .orgHead), ("org-nouns", .orgNoun),
    ("party-nouns", .partyNoun), ("connectors", .connector), ("common", .common), ("speech", .speech),
    ("place-acronyms", .placeAcronym), ("common-acronyms", .commonAcronym), ("place-adjectives", .placeAdjective),
    ("elisions", .elision),
  ]
}
