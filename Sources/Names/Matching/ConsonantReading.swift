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
  private let script: RomanizationScript
  private let presses: [RomanizationSystem]
  /// The consonant of the article, as it is when nothing changes it.
  private let articleConsonant: Unicode.Scalar?

  init(_ table: RomanizationTable) {
    self.table = table
    script = table.scriptRules
    presses = table.conventions.presses
    articleConsonant = script.articleSpellings.first?.last
  }

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
        if starts.contains(j), isArticle(letters, j) { relax(i, j + 2, here + 0.3) }
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
    if index == 0, script.hasArticle(word) { readArticle(letters, j, found) }
    for row in table.rows(in: word, at: index) {
      let length = table.length(of: row)
      for (forms, extra) in presses.map({ (row.forms[$0] ?? [], Float(0)) }) + [(row.also, Float(0.15))] {
        for form in forms {
          let plain = form.unicodeScalars.flatMap(LatinLetters.plain).filter(\.properties.isAlphabetic)
          let end = j + plain.count
          if end <= letters.count, letters[j..<end].elementsEqual(plain) {
            found(length, plain.count, extra + (plain.isEmpty ? 0.1 : 0))
          }
        }
      }
    }
    for change in script.assimilations
    where word[index] == change.letter && index + 1 < word.count && word[index + 1] == change.before {
      if j < letters.count, letters[j] == change.said { found(1, 1, 0.05) }
    }
    if script.weak.contains(word[index]) { found(1, 0, 0.3) }
    if script.soft.contains(word[index]) || (index == word.count - 1 && script.softAtEnd.contains(word[index])) {
      found(1, 0, 0.05)
      if j < letters.count, script.softSounds.contains(letters[j]) { found(1, 1, 0) }
    }
  }

  /// The article: said, left out, or grown together with what follows ("ech-Charaa", "as-Sissi").
  private func readArticle(_ letters: [Unicode.Scalar], _ j: Int, _ found: (Int, Int, Float) -> Void) {
    let length = script.article.count
    found(length, 0, 0.1)
    guard j + 1 < letters.count, Self.isVowel(letters[j]) else { return }
    let isPlain = letters[j + 1] == articleConsonant
    found(length, isPlain ? 2 : 1, isPlain ? 0 : 0.2)
    if script.assimilating.contains(letters[j + 1]) { found(length, 2, 0.1) }
    // A consonant of two letters: sh, th.
    if j + 2 < letters.count, letters[j + 2] == "h" { found(length, 3, 0.1) }
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

  private func isArticle(_ letters: [Unicode.Scalar], _ j: Int) -> Bool {
    script.articleSpellings.contains { j + $0.count < letters.count && letters[j...].starts(with: $0) }
  }

  private static func isVowel(_ letter: Unicode.Scalar) -> Bool { "aeiouy".unicodeScalars.contains(letter) }

  private func words(_ native: String) -> [[Unicode.Scalar]] {
    table.lowercased(native).unicodeScalars.split { scalar in
      // The space, the hyphen, the joiner that parts halves of words; a mark that only stretches is no letter.
      !scalar.properties.isAlphabetic && scalar.properties.generalCategory != .nonspacingMark
    }.map { word in word.filter { !script.stretches.contains($0) } }.filter { !$0.isEmpty }
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
