package import Bitext
package import Rules

/// What a language's numbers, dates and commonest words look like: one file of `glossary/languages/`.
package struct LanguageProfile: Sendable {
  package let language: LanguageTag
  /// The language's name in English, for messages.
  package let name: String
  /// Its scripts, and how it pairs capitals with small letters.
  package let writing: WritingSystem
  /// Words so common that a few of them betray the language, case folded.
  package let functionWords: Set<String>
  /// Letters (lower case) that few other languages of the script use.
  package let letters: Set<Character>
  /// Month names and abbreviations, folded (`Folding.key`), to 1...12.
  package let months: [String: Int]
  /// Month names as they are written, January first; empty where the file has none.
  package let monthNames: [String]
  /// Number words, folded, to their values; words of a compound are joined by hyphens.
  package let numbers: [String: Int]
  /// Number words that multiply what stands before them: hundred, thousand, million.
  package let multipliers: [String: Int]
  /// The words that a date or a number in words begins with, up to the first hyphen: few words of a text are among them.
  let quantityBeginnings: Set<String>
  /// What tells most other words from them.
  let quantityShapes: WordShapes
  /// Words that may stand between the parts of a number ("et", "and").
  package let numberLinks: Set<String>
  /// Words between day and month ("of").
  package let dateLinks: Set<String>
  /// Number words that are articles when they stand alone ("un", "one").
  package let articles: Set<String>
  /// The mark before decimals.
  package let decimalMark: Character
  /// Endings of an ordinal in figures ("er", "st"), folded.
  package let ordinalEndings: Set<String>
  /// Words that change with the noun after them while they mean the same ("au", "aux"), case folded, to the first of
  /// their kind; "" for those that come and go with the noun, as articles do.
  package let agreeingWords: [String: String]

  /// Whether the file says what the language's texts look like, beyond the scripts they are in.
  package var describesTexts: Bool { !functionWords.isEmpty }

  private static let keys: Set<String> = [
    "language", "name", "function-words", "letters", "months", "numbers", "multipliers", "number-links", "date-links",
    "articles", "decimal-mark", "ordinal-endings", "agreeing-words", "loose-words",
  ]

  /// - Throws: `RulesErrors` with every fault of the file: missing language, unknown keys, values that are no numbers.
  package init(_ file: RuleNode) throws(RulesErrors) {
    var faults = file.unknownKeys(besides: Self.keys.union(WritingSystem.keys))
    let tag = file.requiredText("language", &faults)
    if LanguageTag(tag) == nil {
      faults.append(RulesError("'\(tag)' is no language tag; write one as BCP 47 has it", at: file.position))
    }
    func words(_ key: String) -> [String] { file[key]?.texts(&faults) ?? [] }
    func values(_ key: String) -> [String: Int] {
      var values: [String: Int] = [:]
      for (word, value) in file[key]?.entries ?? [] {
        guard let number = value.text.flatMap(Int.init), number >= 0 else {
          faults.append(RulesError("a whole number is expected here", at: value.position))
          continue
        }
        for spelling in (word.text ?? "").split(separator: " ") { values[Folding.key(String(spelling))] = number }
      }
      return values
    }
    language = LanguageTag(tag) ?? "und"
    name = file.requiredText("name", &faults)
    writing = WritingSystem(file, &faults)
    functionWords = Set(words("function-words").map(Folding.caseKey))
    letters = Set(words("letters").joined())
    var months: [String: Int] = [:]
    let monthLines = words("months")
    monthNames = monthLines.prefix(12).compactMap { $0.split(separator: " ").first.map(String.init) }
    for (index, names) in monthLines.enumerated() {
      for name in names.split(separator: " ") { months[Folding.key(String(name))] = index % 12 + 1 }
    }
    self.months = months
    numbers = values("numbers")
    multipliers = values("multipliers")
    quantityBeginnings = Set(
      [Array(self.months.keys), Array(numbers.keys), Array(multipliers.keys)].joined().map {
        String($0.prefix { $0 != "-" })
      })
    quantityShapes = WordShapes(quantityBeginnings)
    numberLinks = Set(words("number-links").map(Folding.key))
    dateLinks = Set(words("date-links").map(Folding.key))
    articles = Set(words("articles").map(Folding.key))
    decimalMark = file["decimal-mark"]?.text?.first ?? "."
    ordinalEndings = Set(words("ordinal-endings").map(Folding.key))
    var agreeing: [String: String] = [:]
    for word in words("loose-words") { agreeing[Folding.caseKey(word)] = "" }
    for line in words("agreeing-words") {
      let forms = line.split(separator: " ").map { Folding.caseKey(String($0)) }
      for form in forms { agreeing[form] = forms[0] }
    }
    agreeingWords = agreeing
    if !faults.isEmpty { throw RulesErrors(faults) }
  }
}
