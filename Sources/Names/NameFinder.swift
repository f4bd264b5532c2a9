public import Bitext
internal import Linguistics

/// Finds the names of persons, places and organisations in a document, without a learned model of the language.
///
/// The glossary's names first, then the lexicon's places, then capitals with what stands round them: titles, offices, first
/// names, prepositions, heads of organisations. The whole document is looked at together: a surname alone joins the full
/// name it belongs to, and a word that is a place in one sentence is one in the next.
public struct NameFinder: Sendable {
  let language: LanguageTag
  let model: NameModel
  let cues: NameCues?
  let glossary: NameGlossary
  let matcher: NameMatcher

  /// - Parameters:
  ///   - language: of the text. Without cue words for it, only the glossary's and lexicon's names are found.
  ///   - concepts: the glossary; terms that are no names are passed over.
  public init(language: LanguageTag, model: NameModel, concepts: [Concept] = []) {
    self.language = language
    self.model = model
    cues = model.lexicon.cues[language.language]
    glossary = NameGlossary(
      language: language, lexicon: model.lexicon, concepts: concepts, elisions: cues?.elisions ?? [])
    matcher = NameMatcher(model, concepts: concepts)
  }

  /// The names of a document, in order. Titles ("M.", "President") are not part of a name.
  public func find(in sentences: [String]) -> [NameOccurrence] {
    let tokens = sentences.map { NameTokens.tokens(of: $0, elisions: cues?.elisions ?? []) }
    let document = NameDocument(tokens)
    var spans: [NameSpan] = []
    for index in tokens.indices {
      spans += NameSpanReader(finder: self, document: document, tokens: tokens[index], sentence: index).spans()
    }
    var people = PersonRegistry(finder: self)
    people.resolve(&spans, tokens)
    return spans.map { span in
      let row = tokens[span.sentence]
      let bytes = row[span.tokens.lowerBound].bytes.lowerBound..<row[span.tokens.upperBound - 1].bytes.upperBound
      let surface = Self.text(sentences[span.sentence], bytes)
      let concept = span.concept.map { glossary.concepts[$0].id }
      return NameOccurrence(
        sentence: span.sentence, bytes: bytes, surface: surface, kind: span.kind, name: concept ?? span.name ?? surface,
        isConcept: concept != nil)
    }
  }

  static func text(_ sentence: String, _ bytes: Range<Int>) -> String {
    String(decoding: Array(sentence.utf8)[bytes], as: UTF8.self)
  }
}

/// What a document says of its words as a whole.
struct NameDocument: Sendable {
  /// Folded words that stand somewhere without a capital.
  let lower: Set<String>
  /// Folded words that stand somewhere with a capital that no sentence gave them.
  let capital: Set<String>
  /// The same words by phonetic key, those of six letters or more.
  private let byKey: [String: [String]]

  init(_ sentences: [[NameToken]]) {
    var lower: Set<String> = []
    var capital: Set<String> = []
    for tokens in sentences {
      let isHeading = tokens.count > 1 && tokens.allSatisfy { $0.isUpper || $0.text.count == 1 }
      if isHeading { continue }
      for token in tokens {
        if !token.isCapital {
          lower.insert(token.key)
        } else if token.gap != .start, token.gap != .opening {
          capital.insert(token.key)
        }
      }
    }
    self.lower = lower
    self.capital = capital
    var byKey: [String: [String]] = [:]
    for word in capital where word.utf8.count > 5 {
      for key in NameKey.keys(forWord: word) { byKey[key, default: []].append(word) }
    }
    self.byKey = byKey
  }

  /// Whether a word is another spelling of one that stands with a capital elsewhere.
  func spells(_ token: NameToken, _ finder: NameFinder) -> Bool {
    guard token.key.utf8.count > 5 else { return false }
    return NameKey.keys(forWord: token.key).contains { key in
      byKey[key]?.contains { finder.matcher.match($0, token.key).score >= 0.9 } ?? false
    }
  }
}
