internal import Bitext
internal import Linguistics
internal import Romanization

/// A person's name cut into parts with roles: titles dropped, "Abd" and "Abu" joined with the word behind, the surname known
/// where a comma or capitals show it.
struct PersonName {
  struct Word {
    /// Folded; of joined words without a space.
    let key: String
    let sounds: [UInt8]
    /// What the endings of its spellings say.
    let endings: [NameGates.Ending]
    let classes: [Int32]
    /// Numbers of the lexicon's first names that it is.
    let lexicon: [Int]
    let isInitial: Bool
    var isPatronymic = false
    let isCommon: Bool
    /// Where a comma or capitals show that it is the surname.
    var isSurname = false
    let isUnvocalised: Bool
    let isNative: Bool
    /// Whether a hyphen joins it to the word before.
    let isJoined: Bool

    /// How much of the name it is.
    var weight: Double { isInitial ? 0.35 : isPatronymic ? 0.5 : isCommon ? 0.65 : 1 }
  }

  private(set) var words: [Word] = []
  /// Which of two persons of one name: 2 of Jr. or II; 0 where nothing says so.
  private(set) var generation = 0
  /// Whether a comma or capitals show the surname.
  private(set) var showsSurname = false
  /// Whether it has syllables of a language that puts the surname first.
  private(set) var hasSyllables = false

  /// - Parameters:
  ///   - name: longer ones than eight words are cut.
  ///   - dropsLetters: whether a title may be a single letter.
  init(_ name: NameMatcher.Prepared, _ matcher: NameMatcher, dropsLetters: Bool = true) {
    let tables = matcher.model.lexicon.persons.tables
    let shown = Self.surnames(name.name, name.words.count)
    showsSurname = shown.contains(true)
    hasSyllables = name.words.contains { word in
      tables.known(word.folded).map { tables.isSyllable($0.classes) } ?? false
    }
    generation = name.generation
    var prefix: (key: String, native: String)?
    let all = name.words.enumerated().map { ($0, $1, tables.known($1.folded)) }
    let keepsTitles = all.allSatisfy { Self.isDropped($0.1, $0.2, $0.0, hasSyllables, all.count) }
    for (place, word, known) in all {
      if known?.roles.contains(.kin) == true, !words.isEmpty {
        words[words.count - 1].isPatronymic = true
        continue
      }
      if let number = known?.generation, number > 0, place > 0, place + 1 == all.count {
        generation = number
        continue
      }
      if NameMatcher.numeral(word, place) > 0 { continue }
      if !keepsTitles, dropsLetters || !word.isInitial,
        Self.isDropped(word, known, place, hasSyllables, all.count)
      {
        continue
      }
      if known?.roles.contains(.prefix) == true, place + 1 < all.count, prefix == nil {
        prefix = (word.folded, word.native)
        continue
      }
      for part in Self.halves(word) {
        var key = PersonTables.joined(part == word.native ? word.folded : Folding.key(part))
        var sounds = tables.sounds.sounds(of: part)
        if let before = prefix {
          key = before.key + key
          sounds = tables.sounds.sounds(of: before.native + part)
          prefix = nil
        }
        let facts = tables.known(key)
        let classes = facts?.classes ?? []
        words.append(
          Word(
            key: key, sounds: sounds, endings: word.spellings.map(\.ending), classes: classes,
            lexicon: key == word.folded ? word.lexicon : [],
            isInitial: word.isInitial && !Self.isSyllabic(part) && !tables.isSyllable(classes),
            isPatronymic: tables.isPatronymic(key), isCommon: facts?.roles.contains(.common) ?? false,
            isSurname: shown[place], isUnvocalised: word.isNative && name.isUnvocalised, isNative: word.isNative,
            isJoined: word.isJoined && !words.isEmpty))
      }
    }
    if words.count > 8 { words.removeSubrange(7..<(words.count - 1)) }
  }

  /// Titles, and what a name may leave out.
  private static func isDropped(
    _ word: NameMatcher.Prepared.Word, _ known: PersonTables.Known?, _ place: Int, _ hasSyllables: Bool, _ count: Int
  ) -> Bool {
    guard let known else { return word.isParticle }
    if known.roles.contains(.title) { return place == 0 || (word.folded.unicodeScalars.count > 2 && !word.isInitial) }
    return (known.roles.contains(.optional) || word.isParticle) && !hasSyllables && !word.isInitial
      && place + 1 < count
  }

  /// Which words a comma behind them or capitals show to be the surname.
  private static func surnames(_ name: String, _ count: Int) -> [Bool] {
    var beforeComma = 0
    var capitals: [Bool] = []
    var hasComma = false
    for piece in NamePieces.split(name) {
      if piece.isWord {
        let letters = piece.text.unicodeScalars
        capitals.append(letters.count > 1 && letters.allSatisfy { $0.properties.isUppercase || !$0.properties.isCased })
        if capitals.last == true, !letters.contains(where: \.properties.isUppercase) {
          capitals[capitals.count - 1] = false
        }
      } else if !hasComma, piece.text.contains(",") {
        hasComma = true
        beforeComma = capitals.count
      }
    }
    if hasComma, beforeComma > 0, beforeComma < count { return (0..<count).map { $0 < beforeComma } }
    let isShown = capitals.contains(true) && capitals.contains(false) && capitals.count == count
    return isShown ? capitals : [Bool](repeating: false, count: count)
  }

  /// A name written as one word in Chinese characters or Korean syllables: the surname and the rest; else the word itself.
  private static func halves(_ word: NameMatcher.Prepared.Word) -> [String] {
    let letters = Array(word.native.unicodeScalars)
    guard word.isNative, isSyllabic(word.native), (2...4).contains(letters.count) else { return [word.native] }
    return [letters[..<1], letters[1...]].map { String(String.UnicodeScalarView($0)) }
  }

  private static func isSyllabic(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) || (0xAC00...0xD7A3).contains($0.value) }
  }
}
