public import Bitext
public import Romanization

/// All that is known of names: tables, lexicon and learned weights, compiled for use. Build once and share.
public struct NameModel: Sendable {
  public let tables: RomanizationTables
  public let lexicon: NameLexicon
  public let weights: NameWeights
  let origins: NameOriginModel
  let spelling: SpellingCosts
  private let transducers: NameTransducerStore

  public init(tables: RomanizationTables, lexicon: NameLexicon, weights: NameWeights = NameWeights()) {
    self.tables = tables
    self.lexicon = lexicon
    self.weights = weights
    origins = NameOriginModel(tables: tables)
    spelling = SpellingCosts(tables: tables, weights: weights)
    transducers = NameTransducerStore(tables)
  }

  /// The same names with other weights, without compiling the tables anew.
  public init(_ model: NameModel, weights: NameWeights) {
    tables = model.tables
    lexicon = model.lexicon
    self.weights = weights
    origins = model.origins
    spelling = SpellingCosts(tables: model.tables, weights: weights)
    transducers = model.transducers
  }

  func transducer(_ direction: NameDirection, _ language: LanguageTag) -> NameTransducer? {
    transducers.transducer(direction, language)
  }

  /// Languages a name may come from, likeliest first; their probabilities add up to 1 but for those under 1 %.
  /// - Parameters:
  ///   - language: of the text that the name stands in.
  ///   - document: languages that the document makes likelier, with logarithmic weights.
  public func origins(
    of name: String, in language: LanguageTag, document: [LanguageTag: Double] = [:]
  ) -> [NameOrigin] {
    let boost = Dictionary(document.map { ($0.key.language, $0.value) }, uniquingKeysWith: max)
    return origins.origins(
      of: NamePieces.words(name), side: side(of: name, in: language), lexicon: lexicon, weights: weights, boost: boost)
  }

  /// Native where the letters or the language say so, else the press of the language.
  func side(of name: String, in language: LanguageTag) -> NameSide {
    Self.isLatin(name) ? NameSide(language) : .native
  }

  /// Whether every letter is a Latin one.
  static func isLatin(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 < 0xC9 }
      || text.unicodeScalars.allSatisfy {
        $0.value < 0x250 || (0x1E00...0x1EFF).contains($0.value) || !$0.properties.isAlphabetic
          || (0x2B0...0x2FF).contains($0.value)
      }
  }
}
