internal import Linguistics

/// Look-ups for the parts of persons' names and for their sounds, made from `PersonRules`.
struct PersonTables: Sendable {
  /// What is known of one word.
  struct Known: Sendable {
    var roles: Set<PersonRules.Role> = []
    var generation = 0
    /// Numbers of the classes that it is a form of.
    var classes: [Int32] = []
  }

  private let words: [String: Known]
  /// Endings of a father's name, folded.
  private let patronymics: [String]
  /// m, f or x of each class.
  private let genders: [UInt8]
  private let chains: [Bool]
  let sounds: SoundTable

  init(_ rules: PersonRules) {
    var words: [String: Known] = [:]
    for part in rules.parts {
      for word in part.words {
        words[Folding.key(word), default: Known()].roles.insert(part.role)
        if part.role == .generation { words[Folding.key(word)]?.generation = part.number }
      }
    }
    var genders: [UInt8] = []
    for (number, text) in rules.classes.enumerated() {
      let forms = text.split(separator: " ")
      genders.append(forms.first?.utf8.first ?? UInt8(ascii: "x"))
      for form in forms.dropFirst() {
        let key = Self.joined(Folding.key(String(form)))
        if words[key]?.classes.last != Int32(number) { words[key, default: Known()].classes.append(Int32(number)) }
      }
    }
    self.words = words
    self.genders = genders
    chains = rules.chains
    patronymics = rules.parts.filter { $0.role == .patronymic }.flatMap(\.endings).map { Folding.key($0) }
    sounds = SoundTable(rules)
  }

  func known(_ folded: String) -> Known? { words[folded] }

  /// Without the hyphens and apostrophes of romanizations: "Hsiao-p'ing".
  static func joined(_ key: String) -> String {
    key.utf8.allSatisfy { $0 >= 0x61 }
      ? key
      : String(
        String.UnicodeScalarView(key.unicodeScalars.filter { !"-'\u{2019}\u{2018}".unicodeScalars.contains($0) }))
  }

  /// Whether a word of these classes is one that a father's name follows.
  func beginsChain(_ classes: [Int32]) -> Bool { classes.contains { chains[Int($0)] } }

  func isPatronymic(_ folded: String) -> Bool {
    patronymics.contains { folded.hasSuffix($0) && folded.utf8.count > $0.utf8.count + 2 }
  }

  /// Whether two words that are listed are forms of one name, of two names, or of a man's and a woman's; nil where one is
  /// not listed.
  func kinship(_ a: [Int32], _ b: [Int32]) -> Kinship? {
    if a.isEmpty || b.isEmpty { return nil }
    if a.contains(where: b.contains) { return .one }
    let (sexes, others) = (a.map { genders[Int($0)] }, b.map { genders[Int($0)] })
    return Set(sexes).isDisjoint(with: others) && !sexes.contains(Self.syllable) && !others.contains(Self.syllable)
      ? .otherGender : .other
  }

  enum Kinship { case one, other, otherGender }

  /// Whether a class is of the syllables of a language that writes names in them.
  func isSyllable(_ classes: [Int32]) -> Bool { classes.contains { genders[Int($0)] == Self.syllable } }

  private static let syllable = UInt8(ascii: "x")
}
