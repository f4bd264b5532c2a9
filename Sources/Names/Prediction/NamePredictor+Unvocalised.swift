internal import Bitext
internal import Linguistics
internal import Romanization

extension NamePredictor {
  /// Forms of a word whose script leaves vowels out; nil where nothing says how it is read.
  ///
  /// What the lexicon has comes first. Then the article comes off ("الحسن": al-Hassan), halves and words written as one are
  /// parted ("محمدجواد": Mohammad Javad), an ending of the table is taken off ("یزدی": Yazd-i, "احمدی‌نژاد": Ahmadi-nejad).
  /// What remains is read by its shape, with the share of words of that shape that are read so.
  /// - Parameters:
  ///   - leads: whether the word begins a longer name: a first name mostly loses its article (الصادق المهدي: Sadek al-Mahdi).
  ///   - isBare: whether the article belongs to the word before ("عبد الفتاح": Abdel Fattah).
  func unvocalisedForms(
    _ word: String, _ direction: NameDirection, _ origins: [NameOrigin], leads: Bool, isBare: Bool
  ) -> [Form]? {
    let letters = Array(word.unicodeScalars)
    guard direction.from == .native, letters.contains(where: model.tables.unvocalised.contains),
      let script = model.articles
    else { return nil }
    if letters.contains(where: script.joiners.contains) { return joinedForms(letters, script, direction, origins) }
    if script.hasArticle(letters) {
      if isPlace(word) { return lexiconForms(word, direction, origins) }
      let bare = lexiconForms(word, direction, origins)
      guard let forms = bare ?? read(Array(letters.dropFirst(script.article.count)), direction, origins, depth: 2)
      else { return nil }
      if isBare { return forms }
      // A family that is listed with its article in its own script mostly loses it in the presses (Hariri); one that is
      // listed without it takes it (al-Assad).
      let share = bare == nil ? (leads ? 0.25 : 1) : 0.25
      return forms.flatMap { form -> [Form] in
        let spellings = script.articleSpellings.map { String(String.UnicodeScalarView($0)) + "-" }
        let article = spellings.contains(where: form.text.hasPrefix) ? form.text : (spellings.first ?? "") + form.text
        return [
          (article, form.probability * share, form.rules), (form.text, form.probability * (1 - share), form.rules),
        ].filter { $0.probability > 0 }
      }
    }
    if lexiconForms(word, direction, origins) != nil { return nil }
    return read(letters, direction, origins, depth: 2)
  }

  private func isPlace(_ word: String) -> Bool {
    model.lexicon.entries(for: word).contains { $0.isPlace && $0.forms[NameSide.nativeLabel]?.contains(word) == true }
  }

  /// Halves parted by a joiner: listed as one, or each for itself, endings of the table without a space.
  private func joinedForms(
    _ letters: [Unicode.Scalar], _ script: RomanizationScript, _ direction: NameDirection, _ origins: [NameOrigin]
  ) -> [Form]? {
    let whole = String(String.UnicodeScalarView(letters))
    let bare = letters.filter { !script.joiners.contains($0) }
    if let listed = lexiconForms(whole, direction, origins)
      ?? lexiconForms(String(String.UnicodeScalarView(bare)), direction, origins)
    {
      return listed
    }
    guard case .press(let system) = direction.to else { return nil }
    var forms: [Form] = []
    for half in letters.split(whereSeparator: script.joiners.contains) {
      let text = String(String.UnicodeScalarView(half))
      if forms.isEmpty {
        guard let first = read(Array(half), direction, origins, depth: 2) else { return nil }
        forms = first
      } else if let row = endings(of: origins).first(where: { $0.from == text }) {
        forms = Self.ended(forms, row, system)
      } else {
        guard let next = read(Array(half), direction, origins, depth: 2) else { return nil }
        forms = forms.flatMap { head in
          next.prefix(4).map { ("\(head.text) \($0.text)", head.probability * $0.probability, head.rules + $0.rules) }
        }
      }
      forms = Array(forms.sorted { $0.probability > $1.probability }.prefix(8))
    }
    return forms.isEmpty ? nil : forms
  }

  /// A word as the lexicon has it, as its parts make it, or by its shape.
  private func read(
    _ letters: [Unicode.Scalar], _ direction: NameDirection, _ origins: [NameOrigin], depth: Int
  ) -> [Form]? {
    lexiconForms(String(String.UnicodeScalarView(letters)), direction, origins)
      ?? made(letters, direction, origins, depth: depth) ?? shaped(letters, direction, origins, depth: depth)
  }

  /// A word made of a listed one and an ending of the table, or of two listed ones.
  private func made(
    _ letters: [Unicode.Scalar], _ direction: NameDirection, _ origins: [NameOrigin], depth: Int
  ) -> [Form]? {
    guard depth > 0, letters.count > 3, case .press(let system) = direction.to else { return nil }
    for row in endings(of: origins) {
      guard let stem = Self.stem(letters, row) else { continue }
      guard
        let forms = lexiconForms(String(String.UnicodeScalarView(stem)), direction, origins)
          ?? made(stem, direction, origins, depth: depth - 1)
      else { continue }
      return Self.ended(forms, row, system)
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

  /// A word by its shape, or its stem by its shape and an ending.
  private func shaped(
    _ letters: [Unicode.Scalar], _ direction: NameDirection, _ origins: [NameOrigin], depth: Int
  ) -> [Form]? {
    guard case .press(let system) = direction.to else { return nil }
    for origin in origins {
      guard let table = model.tables[origin.language], table.isUnvocalised else { continue }
      let readings = table.readings(of: letters, to: system)
      if !readings.isEmpty {
        return readings.map {
          let rule = NamePrediction.Rule(id: $0.pattern.id, why: $0.pattern.why)
          return (NamePieces.capitalised($0.text), $0.probability, [rule])
        }
      }
    }
    guard depth > 0 else { return nil }
    for row in endings(of: origins) {
      guard let stem = Self.stem(letters, row), stem.count > 2,
        let forms = shaped(stem, direction, origins, depth: depth - 1)
      else { continue }
      return Self.ended(forms, row, system)
    }
    return nil
  }

  /// Rows of endings of all languages without vowels that the name may come from.
  private func endings(of origins: [NameOrigin]) -> [RomanizationTable.Row] {
    origins.flatMap { origin -> [RomanizationTable.Row] in
      guard let table = model.tables[origin.language], table.isUnvocalised else { return [] }
      return table.endingRows
    }
  }

  private static func stem(_ letters: [Unicode.Scalar], _ row: RomanizationTable.Row) -> [Unicode.Scalar]? {
    let ending = Array(row.from.unicodeScalars)
    guard letters.count - ending.count > 1, letters.suffix(ending.count).elementsEqual(ending) else { return nil }
    return Array(letters.dropLast(ending.count))
  }

  /// Forms with the ending of a row.
  private static func ended(
    _ forms: [Form], _ row: RomanizationTable.Row, _ system: RomanizationSystem
  ) -> [Form] {
    let rule = NamePrediction.Rule(id: row.id, why: row.why)
    let ends = row.forms[system] ?? []
    return forms.flatMap { form in
      ends.enumerated().map { rank, end in
        let share = ends.count == 1 ? 1 : rank == 0 ? 0.75 : 0.25 / Double(ends.count - 1)
        return (joined(form.text, end), form.probability * share, form.rules + [rule])
      }
    }
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
    rows.filter { row in
      row.when.atoms == [.final] && !conventions.presses.contains { row.forms[$0]?.contains("") ?? false }
    }
    .sorted { $0.from.unicodeScalars.count > $1.from.unicodeScalars.count }
  }
}
