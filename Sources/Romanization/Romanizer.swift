package import Bitext

extension RomanizationTables {
  /// A name in Latin letters by the rules of its language, or nil where the language has no table, the system has no
  /// rule for it, the name holds a letter that the table does not know, or the script leaves out the vowels that a press
  /// form needs.
  ///
  /// Capitals are kept; scripts without capitals get one at the start of every word.
  package func romanize(_ name: String, from language: LanguageTag, to system: RomanizationSystem) -> String? {
    derivation(of: name, from: language, to: system)?.text
  }

  /// The same with the rules that were used, in order, without repetition.
  package func derivation(
    of name: String, from language: LanguageTag, to system: RomanizationSystem
  ) -> (text: String, rules: [RomanizationTable.Row])? {
    guard let table = self[language], !table.isUnvocalised || !conventions.presses.contains(system) else { return nil }
    var out = ""
    var used: [RomanizationTable.Row] = []
    for piece in NamePieces.split(name) {
      guard piece.isWord else {
        out += piece.text
        continue
      }
      guard let word = table.derive(piece.text, to: system) else { return nil }
      out += NamePieces.recased(word.text, like: piece.text, caseless: table.isCaseless)
      for row in word.rows where !used.contains(where: { $0.id == row.id }) { used.append(row) }
    }
    return (out, used)
  }
}

extension RomanizationTable {
  /// Whether the script has no capitals.
  package var isCaseless: Bool { scriptRules.isCaseless }

  /// The form of a word that is expected, then those where one row gives its second form: at most eight in all.
  package func derivations(_ word: String, to system: RomanizationSystem) -> [String] {
    guard let first = derive(word, to: system) else { return [] }
    var forms = [first.text]
    var tried: Set<String> = []
    for row in first.rows where (row.forms[system]?.count ?? 0) > 1 && tried.insert(row.id).inserted {
      if forms.count == 8 { break }
      if let other = derive(word, to: system, second: row.id)?.text, !forms.contains(other) { forms.append(other) }
    }
    return forms
  }

  /// One word, letter by letter, in lower case; nil where a letter is not known or has no form in the system.
  /// - Parameter second: id of a row whose second form is taken.
  package func derive(_ word: String, to system: RomanizationSystem, second: String? = nil) -> (
    text: String, rows: [Row]
  )? {
    let letters = Array(lowercased(word).unicodeScalars)
    var out = ""
    var used: [Row] = []
    var index = 0
    while index < letters.count {
      let candidates = rows(in: letters, at: index)
      guard let row = candidates.first(where: { $0.forms[system] != nil }) else {
        // A mark between letters (an apostrophe, a soft sign of another hand) is kept; an unknown letter ends it.
        guard !letters[index].properties.isAlphabetic else { return nil }
        out.unicodeScalars.append(letters[index])
        index += 1
        continue
      }
      let forms = row.forms[system] ?? []
      out += (row.id == second && forms.count > 1 ? forms[1] : forms.first) ?? ""
      used.append(row)
      index += length(of: row)
    }
    return (out, used)
  }
}
