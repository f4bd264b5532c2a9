internal import Bitext

/// Names by phonetic key, so that each is compared with few others.
///
/// A name is found under the keys of all its words together: "Serge Sarkissian" under those of "Serge" (its skeleton of
/// consonants, and its number in the lexicon of first names) with those of "Sarkissian"; a whole
/// name of the lexicon under its number there, so that Moscou meets Moscow. A name with an initial is found
/// under the class of the initial instead, and looks among all names that begin so.
struct NameBlocks {
  /// Where a name is kept and where it is looked for.
  struct Keys: Hashable {
    /// Hashes of all words' keys; empty for a name with an initial.
    var full: [UInt64] = []
    /// Hashes of the last word's keys with the classes of the first letters of the others; empty for a single word.
    var initial: [UInt64] = []
    var hasInitial: Bool { full.isEmpty }

    /// Whether two names meet.
    func meet(_ other: Keys) -> Bool {
      if hasInitial || other.hasInitial { return !Set(initial).isDisjoint(with: other.initial) }
      return !Set(full).isDisjoint(with: other.full)
    }
  }

  private var byFull: [UInt64: [Int]] = [:]
  /// Names with an initial only.
  private var withInitial: [UInt64: [Int]] = [:]
  private var byInitial: [UInt64: [Int]] = [:]

  mutating func add(_ number: Int, _ keys: Keys) {
    for key in keys.full { byFull[key, default: []].append(number) }
    for key in keys.initial { byInitial[key, default: []].append(number) }
    if keys.hasInitial {
      for key in keys.initial { withInitial[key, default: []].append(number) }
    }
  }

  /// The first number under any of the keys that `body` accepts; none is asked twice.
  func first(_ keys: Keys, where body: (Int) -> Bool) -> Int? {
    var asked: Set<Int> = []
    func search(_ block: [Int]?) -> Int? {
      block?.first { asked.insert($0).inserted && body($0) }
    }
    if keys.hasInitial {
      for key in keys.initial { if let found = search(byInitial[key]) { return found } }
      return nil
    }
    for key in keys.full { if let found = search(byFull[key]) { return found } }
    for key in keys.initial { if let found = search(withInitial[key]) { return found } }
    return nil
  }

  /// The keys of a name; none where it has no words.
  static func keys(of name: NameMatcher.Prepared) -> Keys {
    let words = NameComparison.withoutParticles(name.words)
    guard let last = words.last else { return Keys() }
    let lastKeys = keys(of: last)
    var keys = Keys()
    let others = words.dropLast()
    let seed = NameHash.mix(NameHash.seed, UInt32(words.count))
    if !others.isEmpty {
      var starts: Set<UInt64> = [seed]
      for word in others {
        let classes = Set(word.spellings.map { firstClass($0.text) })
        starts = Set(starts.flatMap { start in classes.map { NameHash.mix(start, UInt32($0)) } })
      }
      keys.initial = starts.flatMap { start in lastKeys.map { start &* 31 ^ $0 } }.sorted()
    }
    if others.contains(where: \.isInitial) { return keys }
    var full: Set<UInt64> = [seed]
    for word in words {
      let wordKeys = Self.keys(of: word)
      full = Set(full.flatMap { start in wordKeys.map { NameHash.mix(start &* 31 ^ $0, NameHash.space) } })
    }
    for number in name.listed { full.insert(NameHash.mix(NameHash.text("listed"), UInt32(number))) }
    keys.full = full.sorted()
    return keys
  }

  /// Skeletons of all readings of a word, and its numbers in the lexicon.
  private static func keys(of word: NameMatcher.Prepared.Word) -> [UInt64] {
    var keys: Set<UInt64> = []
    for spelling in word.spellings {
      let found = NameKey.keys(forWord: spelling.text)
      for key in found.isEmpty ? ["#" + spelling.text] : found { keys.insert(NameHash.text(key)) }
    }
    for number in word.lexicon { keys.insert(NameHash.mix(NameHash.text("given"), UInt32(number))) }
    return keys.sorted()
  }

  /// The class of the sound a word begins with; vowels, y, h and j are one.
  private static func firstClass(_ word: String) -> UInt8 {
    let vowel = UInt8(ascii: "A")
    guard let first = word.unicodeScalars.first else { return vowel }
    let plain = LatinLetters.plain(first)[0]
    if LatinLetters.vowels.contains(plain) || plain == "h" || plain == "j" { return vowel }
    return NameKey.keys(forWord: word).first?.utf8.first ?? vowel
  }
}
