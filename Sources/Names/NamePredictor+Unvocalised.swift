internal import Bitext
internal import Linguistics
internal import Romanization

extension NamePredictor {
  /// Forms of a word whose script leaves vowels out, made of words that the lexicon has; nil where none leads there.
  ///
  /// The article comes off ("الحسن": al-Hassan); two words written as one are parted ("محمدجواد": Mohammad Javad); an ending
  /// of the table is taken off a listed word ("یزدی": Yazd-i, "احمدی‌نژاد": Ahmadi-nejad). What remains is not guessed.
  /// - Parameters:
  ///   - isFirst: whether the word begins the name, where a listed family keeps no article.
  ///   - isBare: whether the article belongs to the word before ("عبد الفتاح": Abdel Fattah).
  func unvocalisedForms(
    _ word: String, _ direction: NameDirection, _ origins: [NameOrigin], isFirst: Bool, isBare: Bool
  ) -> [Form]? {
    let letters = Array(word.unicodeScalars)
    guard direction.from == .native, letters.contains(where: { (0x600..<0x780).contains($0.value) }) else { return nil }
    let hasArticle = letters.count > 3 && letters[0] == "ا" && letters[1] == "ل"
    if hasArticle {
      if isPlace(word) { return lexiconForms(word, direction, origins) }
      let rest = String(String.UnicodeScalarView(letters.dropFirst(2)))
      let bare = lexiconForms(word, direction, origins)
      guard let forms = bare ?? listedOrMade(rest, direction, origins, depth: 2) else { return nil }
      if isBare { return forms }
      // A listed family stands with and without its article; a word that is listed without it takes it.
      let share = bare == nil ? 1 : isFirst ? 0.4 : 0.6
      return forms.flatMap { form -> [Form] in
        let article = form.text.hasPrefix("al-") || form.text.hasPrefix("el-") ? form.text : "al-\(form.text)"
        return [
          (article, form.probability * share, form.rules), (form.text, form.probability * (1 - share), form.rules),
        ].filter { $0.probability > 0 }
      }
    }
    if lexiconForms(word, direction, origins) != nil { return nil }
    return made(letters, direction, origins, depth: 2)
  }

  private func isPlace(_ word: String) -> Bool {
    model.lexicon.entries(for: word).contains { $0.isPlace && $0.forms["native"]?.contains(word) == true }
  }

  private func listedOrMade(_ word: String, _ direction: NameDirection, _ origins: [NameOrigin], depth: Int) -> [Form]?
  {
    lexiconForms(word, direction, origins) ?? made(Array(word.unicodeScalars), direction, origins, depth: depth)
  }

  /// A word made of a listed one and an ending of the table, or of two listed ones.
  private func made(
    _ letters: [Unicode.Scalar], _ direction: NameDirection, _ origins: [NameOrigin], depth: Int
  ) -> [Form]? {
    guard depth > 0, letters.count > 3, case .press(let system) = direction.to else { return nil }
    for origin in origins {
      guard let table = model.tables[origin.language], table.isUnvocalised else { continue }
      for row in table.endingRows {
        let ending = Array(row.from.unicodeScalars)
        guard letters.count - ending.count > 1, letters.suffix(ending.count).elementsEqual(ending) else { continue }
        let stem = String(String.UnicodeScalarView(letters.dropLast(ending.count)))
        guard let forms = listedOrMade(stem, direction, origins, depth: depth - 1) else { continue }
        let rule = NamePrediction.Rule(id: row.id, why: row.why)
        return forms.flatMap { form in
          (row.forms[system] ?? []).enumerated().map { rank, end in
            (Self.joined(form.text, end), form.probability * (rank == 0 ? 0.75 : 0.2), form.rules + [rule])
          }
        }
      }
    }
    for cut in stride(from: letters.count - 2, through: 2, by: -1) {
      let first = String(String.UnicodeScalarView(letters[..<cut]))
      let second = String(String.UnicodeScalarView(letters[cut...]))
      guard let heads = lexiconForms(first, direction, origins), let tails = lexiconForms(second, direction, origins)
      else { continue }
      return heads.flatMap { head in
        tails.map { ("\(head.text) \($0.text)", head.probability * $0.probability * 0.9, head.rules + $0.rules) }
      }
    }
    return nil
  }

  /// An ending after a stem: a final vowel of the stem gives way to a vowel, a mute e too.
  private static func joined(_ stem: String, _ ending: String) -> String {
    guard let last = stem.unicodeScalars.last, let first = ending.unicodeScalars.first,
      ending.unicodeScalars.count < 3, last == "e", LatinLetters.vowels.contains(first)
    else { return stem + ending }
    return String(stem.dropLast()) + ending
  }
}

extension RomanizationTable {
  /// Rows that hold at the end of a word alone, the longest first: what may be taken off a listed word.
  var endingRows: [Row] {
    rows.filter { $0.when.atoms == [.final] && !($0.forms[.englishPress] ?? []).contains("") }
      .sorted { $0.from.unicodeScalars.count > $1.from.unicodeScalars.count }
  }
}
