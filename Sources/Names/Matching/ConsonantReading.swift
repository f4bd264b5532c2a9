internal import Linguistics
internal import Romanization

/// Reads a name of a script that leaves vowels out (Arabic, Persian) as one in Latin letters: محمد as Mohammed, Muhammad.
///
/// The letters must meet the forms that the table's rows give them, in order; short vowels of the Latin form, doubled
/// consonants and the article cost little, weak letters of the native form that no vowel answers a little more. A consonant
/// without counterpart parts the names. Words are run together first: what is one word in one script is often two in the
/// other (نصر الله, Nasrallah; محمدجواد, Mohammad Javad).
struct ConsonantReading {
  private let table: RomanizationTable

  init(_ table: RomanizationTable) { self.table = table }

  /// Letters of a native name, word after word, with the place in its word of each.
  private struct Native {
    var words: [[Unicode.Scalar]]
    /// Number of the word and place in it, for each letter of all words.
    var places: [(word: Int, index: Int)] = []

    init(_ words: [[Unicode.Scalar]]) {
      self.words = words
      for (number, word) in words.enumerated() { places += word.indices.map { (number, $0) } }
    }
  }

  /// The least cost of reading both as one; infinite where a consonant has no counterpart.
  func cost(_ native: String, _ latin: String) -> Float {
    let name = Native(words(native))
    let (letters, starts) = Self.letters(of: latin)
    guard !name.places.isEmpty, !letters.isEmpty else { return .infinity }
    let columns = letters.count + 1
    var cells = [Float](repeating: .infinity, count: (name.places.count + 1) * columns)
    cells[0] = 0
    func relax(_ i: Int, _ j: Int, _ cost: Float) {
      if cost < cells[i * columns + j] { cells[i * columns + j] = cost }
    }
    for i in 0...name.places.count {
      for j in 0...letters.count {
        let here = cells[i * columns + j]
        guard here < .infinity else { continue }
        if j < letters.count, let skip = Self.skip(letters, at: j, starts) { relax(i, j + 1, here + skip) }
        // An article that only the Latin form has.
        if starts.contains(j), Self.isArticle(letters, j) { relax(i, j + 2, here + 0.3) }
        guard i < name.places.count else { continue }
        read(name, i, letters, j) { length, width, cost in relax(i + length, j + width, here + cost) }
      }
    }
    return cells[cells.count - 1]
  }

  /// The ways to read the letters of a name from one place as Latin ones: how many of each, at what cost.
  private func read(
    _ name: Native, _ i: Int, _ letters: [Unicode.Scalar], _ j: Int, _ found: (Int, Int, Float) -> Void
  ) {
    let (number, index) = name.places[i]
    let word = name.words[number]
    if index == 0, word.count > 3, word[0] == "ا", word[1] == "ل" {
      // The article: said, left out, or grown together with what follows ("ech-Charaa", "as-Sissi").
      found(2, 0, 0.1)
      if j + 1 < letters.count, Self.isVowel(letters[j]) {
        found(2, letters[j + 1] == "l" ? 2 : 1, letters[j + 1] == "l" ? 0 : 0.2)
        if "sdtrzn".unicodeScalars.contains(letters[j + 1]) { found(2, 2, 0.1) }
        if j + 2 < letters.count, letters[j + 2] == "h" { found(2, 3, 0.1) }
      }
    }
    for row in table.rows(in: word, at: index) {
      let length = table.length(of: row)
      for (forms, extra) in [
        (row.forms[.frenchPress] ?? [], Float(0)), (row.forms[.englishPress] ?? [], 0), (row.also, 0.15),
      ] {
        for form in forms {
          let plain = form.unicodeScalars.flatMap(LatinLetters.plain).filter(\.properties.isAlphabetic)
          let end = j + plain.count
          if end <= letters.count, letters[j..<end].elementsEqual(plain) {
            found(length, plain.count, extra + (plain.isEmpty ? 0.1 : 0))
          }
        }
      }
    }
    // n is said m before b: جنبلاط, Joumblatt.
    if word[index] == "ن", index + 1 < word.count, word[index + 1] == "ب", j < letters.count, letters[j] == "m" {
      found(1, 1, 0.05)
    }
    if Self.weak.contains(word[index]) { found(1, 0, 0.3) }
    if word[index] == "\u{0629}" || (word[index] == "\u{0647}" && index == word.count - 1) {
      // A final ة or ه may be written as h, t or not at all after its vowel.
      found(1, 0, 0.05)
      if j < letters.count, letters[j] == "h" || letters[j] == "t" { found(1, 1, 0) }
    }
  }

  /// What it costs to pass over a Latin letter: a short vowel, the second of a doubled consonant.
  private static func skip(_ letters: [Unicode.Scalar], at j: Int, _ starts: Set<Int>) -> Float? {
    if isVowel(letters[j]) { return j > 0 && isVowel(letters[j - 1]) ? 0.06 : 0.12 }
    if j > 0, letters[j] == letters[j - 1] { return 0.02 }
    // A mute e, an h that only keeps vowels apart or ends a word.
    if letters[j] == "h", j + 1 == letters.count || starts.contains(j + 1) { return 0.1 }
    if letters[j] == "h", j > 0, isVowel(letters[j - 1]) { return 0.3 }
    return nil
  }

  private static func isArticle(_ letters: [Unicode.Scalar], _ j: Int) -> Bool {
    j + 2 < letters.count && (letters[j] == "a" || letters[j] == "e") && letters[j + 1] == "l"
  }

  private static func isVowel(_ letter: Unicode.Scalar) -> Bool { "aeiouy".unicodeScalars.contains(letter) }

  /// Letters that may stand for a vowel or for nothing.
  private static let weak = Set("اويیىءعأإآئؤ".unicodeScalars)

  private func words(_ native: String) -> [[Unicode.Scalar]] {
    table.lowercased(native).unicodeScalars.split { scalar in
      // The space, the hyphen, the joiner that parts Persian words; the stretching mark is no letter.
      !scalar.properties.isAlphabetic && scalar.properties.generalCategory != .nonspacingMark
    }.map { word in word.filter { $0 != "\u{0640}" } }.filter { !$0.isEmpty }
  }

  /// Plain Latin letters of all words, and where words begin.
  private static func letters(of latin: String) -> ([Unicode.Scalar], Set<Int>) {
    var letters: [Unicode.Scalar] = []
    var starts: Set<Int> = []
    var inWord = false
    for scalar in Folding.caseKey(latin).unicodeScalars {
      guard scalar.properties.isAlphabetic, scalar.properties.generalCategory != .modifierLetter else {
        // An apostrophe stands for ʿayn; anything else parts words.
        if scalar != "'", scalar != "\u{2019}" { inWord = false }
        continue
      }
      if !inWord { starts.insert(letters.count) }
      inWord = true
      letters += LatinLetters.plain(scalar)
    }
    return (letters, starts)
  }
}
