package import Bitext
internal import Linguistics
package import Rules

/// How the names of one language are spelt in Latin letters: one file of `glossary/romanization/`.
package struct RomanizationTable: Sendable {
  /// One letter, or a group of letters, and what it becomes.
  package struct Row: Hashable, Sendable {
    /// "hy.sh": printed by everything that rests on it.
    package let id: String
    /// Lower-case letters of the language, composed.
    package let from: String
    package let when: RomanizationContext
    /// The form that is expected first, then those that are also right. An empty form drops the letter.
    package let forms: [RomanizationSystem: [String]]
    /// Spellings met through another language or tradition: right in no system, but the same name.
    package let also: [String]
    /// One sentence for an editor.
    package let why: String
    package let position: SourcePosition

    package init(
      id: String, from: String, when: RomanizationContext, forms: [RomanizationSystem: [String]], also: [String],
      why: String, position: SourcePosition
    ) {
      self.id = id
      self.from = from
      self.when = when
      self.forms = forms
      self.also = also
      self.why = why
      self.position = position
    }
  }

  /// An ending that speaks for this language.
  package struct Ending: Hashable, Sendable {
    package let id: String
    /// By language of the text: what a name ends in there.
    package let forms: [RomanizationSystem: [String]]
    /// Natural logarithm of how much likelier the language becomes.
    package let weight: Double
    package let why: String

    package init(id: String, forms: [RomanizationSystem: [String]], weight: Double, why: String) {
      self.id = id
      self.forms = forms
      self.weight = weight
      self.why = why
    }
  }

  /// A shape of words in a script that leaves vowels out, with the vowels that words of this shape have: "1ا23" is
  /// read 1a2e3, so that راشد is Rached.
  package struct Pattern: Hashable, Sendable {
    package let id: String
    /// Letters of the language; a figure stands for any consonant.
    package let from: String
    /// The word with its vowels in Latin letters, figures where the consonants go; the likeliest first.
    package let forms: [RomanizationSystem: [String]]
    /// How often the first form is right, 0...1.
    package let share: Double
    package let why: String

    package init(id: String, from: String, forms: [RomanizationSystem: [String]], share: Double, why: String) {
      self.id = id
      self.from = from
      self.forms = forms
      self.share = share
      self.why = why
    }
  }

  /// A name of the file with what it must become; a test holds the table to it.
  package struct Example: Hashable, Sendable {
    package let native: String
    package let forms: [RomanizationSystem: String]
    package let position: SourcePosition
  }

  package let language: LanguageTag
  /// ISO 15924, "Armn".
  package let script: String
  /// The language's name in English.
  package let name: String
  /// The standards and habits that the table follows.
  package let source: String
  /// Whether the script leaves vowels out, so that letters alone give no press form (Arabic, Persian).
  package let isUnvocalised: Bool
  package let rows: [Row]
  package let endings: [Ending]
  package let patterns: [Pattern]
  package let examples: [Example]
  package let vowels: Set<Unicode.Scalar>
  package let front: Set<Unicode.Scalar>
  /// Lower case of letters, where the language has another than Unicode (Azerbaijani and Turkish İ and I).
  package let lowerCase: [Unicode.Scalar: Unicode.Scalar]
  /// Latin letters, of either case, that no press writes: a word that has one is read by the tables.
  package let ownLetters: Set<Unicode.Scalar>
  package let conventions: RomanizationConventions
  /// What the conventions say of the script.
  package let scriptRules: RomanizationScript
  /// Row numbers by first letter: longer ones first, then those with more conditions, then in file order.
  private let byFirst: [Unicode.Scalar: [Int]]
  private let letters: [[Unicode.Scalar]]

  /// - Throws: `RulesErrors` with every fault of the file: unknown keys, missing ids and sentences, ids that stand twice,
  ///   rows that replace nothing, conditions that are not known.
  package init(_ file: RuleNode, _ conventions: RomanizationConventions) throws(RulesErrors) {
    var faults = file.unknownKeys(besides: [
      "language", "script", "name", "source", "vowels", "front", "unvocalised", "lower-case", "own-letters", "rows",
      "endings", "patterns", "examples",
    ])
    let tag = file.requiredText("language", &faults)
    if LanguageTag(tag) == nil {
      faults.append(RulesError("'\(tag)' is no language tag; write one as BCP 47 has it", at: file.position))
    }
    let language = LanguageTag(tag) ?? "und"
    self.language = language
    script = file.requiredText("script", &faults)
    name = file.requiredText("name", &faults)
    source = file.requiredText("source", &faults)
    isUnvocalised = file["unvocalised"]?.text == "yes"
    vowels = Set(file.requiredText("vowels", &faults).unicodeScalars)
    front = Set((file["front"]?.text ?? "").unicodeScalars)
    lowerCase = Self.lowerCase(file["lower-case"], &faults)
    ownLetters = Set((file["own-letters"]?.text ?? "").unicodeScalars)
    self.conventions = conventions
    scriptRules = conventions.script(script)
    let systems = conventions.systems
    var firstPlaces: [String: SourcePosition] = [:]
    rows = (file["rows"]?.items ?? []).map { Self.row($0, systems, &firstPlaces, &faults) }
    endings = (file["endings"]?.items ?? []).map { Self.ending($0, systems, &firstPlaces, &faults) }
    patterns = (file["patterns"]?.items ?? []).map { Self.pattern($0, systems, &firstPlaces, &faults) }
    examples = (file["examples"]?.items ?? []).map { Self.example($0, systems, &faults) }
    let lowerCase = lowerCase
    letters = rows.map { Array(Self.lowercased($0.from, lowerCase).unicodeScalars) }
    byFirst = Self.byFirst(rows, letters)
    if !faults.isEmpty { throw RulesErrors(faults) }
  }

  /// A table from its parts, without examples.
  /// - Parameter foldedRows: `from` of each row is lower case and composed (`lowercased`).
  package init(
    language: LanguageTag, script: String, name: String, source: String, isUnvocalised: Bool, foldedRows: [Row],
    endings: [Ending], patterns: [Pattern] = [], vowels: Set<Unicode.Scalar>, front: Set<Unicode.Scalar>,
    lowerCase: [Unicode.Scalar: Unicode.Scalar] = [:], ownLetters: Set<Unicode.Scalar> = [],
    conventions: RomanizationConventions
  ) {
    self.language = language
    self.script = script
    self.name = name
    self.source = source
    self.isUnvocalised = isUnvocalised
    rows = foldedRows
    self.endings = endings
    self.patterns = patterns
    examples = []
    self.vowels = vowels
    self.front = front
    self.lowerCase = lowerCase
    self.ownLetters = ownLetters
    self.conventions = conventions
    scriptRules = conventions.script(script)
    letters = foldedRows.map { Array($0.from.unicodeScalars) }
    byFirst = Self.byFirst(foldedRows, letters)
  }

  private static func byFirst(_ rows: [Row], _ letters: [[Unicode.Scalar]]) -> [Unicode.Scalar: [Int]] {
    var byFirst: [Unicode.Scalar: [Int]] = [:]
    for (index, letters) in letters.enumerated() {
      if let first = letters.first { byFirst[first, default: []].append(index) }
    }
    return byFirst.mapValues { indices in
      indices.sorted {
        (letters[$1].count, rows[$1].when.atoms.count, $0) < (letters[$0].count, rows[$0].when.atoms.count, $1)
      }
    }
  }

  /// The rows that hold at one place of a word, most particular first.
  /// - Parameter word: lower-case letters (`lowercased`).
  package func rows(in word: [Unicode.Scalar], at index: Int) -> [Row] {
    (byFirst[word[index]] ?? []).filter { candidate in
      let end = index + letters[candidate].count
      return end <= word.count && word[index..<end].elementsEqual(letters[candidate])
        && rows[candidate].when.holds(in: word, at: index..<end, vowels: vowels, front: front)
    }.map { rows[$0] }
  }

  /// How many letters of the language a row takes.
  package func length(of row: Row) -> Int { lowercased(row.from).unicodeScalars.count }

  /// Whether a letter begins a row.
  package func knows(_ letter: Unicode.Scalar) -> Bool { byFirst[letter] != nil }

  /// The letters that begin a row.
  package var firstLetters: some Collection<Unicode.Scalar> { byFirst.keys }

  /// Whether a text is in letters of this table: some of them are.
  package func reads(_ text: String) -> Bool { lowercased(text).unicodeScalars.contains(where: knows) }

  /// Whether it is written in Latin letters, those that all others are romanized into.
  package var isLatin: Bool { script == Self.latin }

  private static let latin = "Latn"

  /// Lower case as the language has it, composed, without stress marks.
  package func lowercased(_ text: String) -> String { Self.lowercased(text, lowerCase) }

  private static func lowercased(_ text: String, _ lowerCase: [Unicode.Scalar: Unicode.Scalar]) -> String {
    let stress: Unicode.Scalar = "\u{301}"
    if lowerCase.isEmpty, !text.unicodeScalars.contains(stress) { return Folding.caseKey(text) }
    let scalars = text.unicodeScalars.filter { $0 != stress }
    return Folding.caseKey(String(String.UnicodeScalarView(scalars.map { lowerCase[$0] ?? $0 })))
  }

  private static func lowerCase(
    _ node: RuleNode?, _ faults: inout [RulesError]
  ) -> [Unicode.Scalar: Unicode.Scalar] {
    var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (key, value) in node?.entries ?? [] {
      guard let upper = key.text?.unicodeScalars.first, let lower = value.text?.unicodeScalars.first else {
        faults.append(RulesError("a letter and its lower case are expected", at: key.position))
        continue
      }
      letters[upper] = lower
    }
    return letters
  }
}
