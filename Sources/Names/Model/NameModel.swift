package import Bitext
package import Romanization

/// All that is known of names: tables, lexicon and learned weights, compiled for use. Build once and share.
package struct NameModel: Sendable {
  package let tables: RomanizationTables
  package let lexicon: NameLexicon
  package let weights: NameWeights
  let origins: NameOriginModel
  let spelling: SpellingCosts
  /// Tables that an ending speaks for, a bit each, by hash of its letters from the last.
  private let endings: PieceTable
  /// How common the language of each table is.
  let priors: [Double]
  /// The rows of all tables in order, with the number of their table.
  let rows: [(id: String, table: Int)]
  private let transducers: NameTransducerStore
  /// What the first script that leaves vowels out asks for: its article, its joiner. Nil where no table has such a script.
  let articles: RomanizationScript?

  package init(tables: RomanizationTables, lexicon: NameLexicon, weights: NameWeights = NameWeights()) {
    self.init(
      tables: tables, lexicon: lexicon, weights: weights, spelling: SpellingCosts(tables: tables, weights: weights))
  }

  init(tables: RomanizationTables, lexicon: NameLexicon, weights: NameWeights, spelling: SpellingCosts) {
    self.tables = tables
    self.lexicon = lexicon
    self.weights = weights
    self.spelling = spelling
    origins = NameOriginModel(tables: tables, priors: lexicon.origins)
    endings = Self.endings(tables)
    priors = tables.tables.map { lexicon.origins.prior(of: $0.language.language) }
    rows = tables.tables.enumerated().flatMap { number, table in table.rows.map { ($0.id, number) } }
    transducers = NameTransducerStore(tables)
    articles = tables.tables.first(where: \.isUnvocalised)?.scriptRules
  }

  /// The same names with other weights, without compiling the tables anew.
  package init(_ model: NameModel, weights: NameWeights) {
    tables = model.tables
    lexicon = model.lexicon
    self.weights = weights
    origins = model.origins
    rows = model.rows
    endings = model.endings
    priors = model.priors
    spelling = SpellingCosts(tables: model.tables, weights: weights)
    transducers = model.transducers
    articles = model.articles
  }

  func transducer(_ direction: NameDirection, _ language: LanguageTag) -> NameTransducer? {
    transducers.transducer(direction, language)
  }

  /// Languages a name may come from, likeliest first; their probabilities add up to 1 but for those under 1 %.
  /// - Parameters:
  ///   - language: of the text that the name stands in.
  ///   - document: languages that the document makes likelier, with logarithmic weights.
  package func origins(
    of name: String, in language: LanguageTag, document: [LanguageTag: Double] = [:]
  ) -> [NameOrigin] {
    let boost = Dictionary(document.map { ($0.key.language, $0.value) }, uniquingKeysWith: max)
    return origins.origins(
      of: NamePieces.words(name), side: side(of: name, in: language), lexicon: lexicon, weights: weights, boost: boost)
  }

  private static func endings(_ tables: RomanizationTables) -> PieceTable {
    var endings: [UInt64: UInt32] = [:]
    for (number, table) in tables.tables.enumerated() {
      for ending in table.endings where ending.weight >= 1 {
        for form in ending.forms.values.joined() {
          let hash = form.unicodeScalars.reversed().reduce(NameHash.seed) { NameHash.mix($0, $1.value) }
          endings[hash, default: 0] |= 1 << UInt32(number & 31)
        }
      }
    }
    return PieceTable(endings.mapValues { Int32(bitPattern: $0) })
  }

  /// The tables that the endings of a word speak for, a bit each.
  /// - Parameter letters: between their edges.
  func languages(ofEndings letters: [SpelledWord.Letter]) -> UInt32 {
    var hash = NameHash.seed
    var found: UInt32 = 0
    for letter in letters.dropFirst(2).dropLast().reversed().prefix(8) {
      hash = NameHash.mix(hash, letter.scalar)
      if let tables = endings[hash] { found |= UInt32(bitPattern: tables) }
    }
    return found
  }

  /// Native where the letters or the language say so, else the press of the language.
  func side(of name: String, in language: LanguageTag) -> NameSide {
    Self.isLatin(name) ? side(language) : .native
  }

  /// The press of a language, or native.
  func side(_ language: LanguageTag) -> NameSide { NameSide(language, tables.conventions) }

  /// Whether every letter is a Latin one.
  static func isLatin(_ text: String) -> Bool {
    // Bytes below 0xC9 are all there is of letters before U+0240.
    text.utf8.allSatisfy { $0 < 0xC9 }
      || text.unicodeScalars.allSatisfy {
        $0 < "\u{250}" || ("\u{1E00}"..."\u{1EFF}").contains($0) || !$0.properties.isAlphabetic
          || ("\u{2B0}"..."\u{2FF}").contains($0)
      }
  }
}
