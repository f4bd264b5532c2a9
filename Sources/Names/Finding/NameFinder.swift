package import Bitext
internal import Linguistics

/// Finds the names of persons, places and organisations in a document, without a learned model of the language.
///
/// The glossary's names first, then the lexicon's places, then capitals with what stands round them: titles, offices, first
/// names, prepositions, heads of organisations. The whole document is looked at together: a surname alone joins the full
/// name it belongs to, and a word that is a place in one sentence is one in the next.
package struct NameFinder: Sendable {
  let language: LanguageTag
  let model: NameModel
  let cues: NameCues?
  let glossary: NameGlossary
  let matcher: NameMatcher
  let words: NameWords

  /// - Parameters:
  ///   - language: of the text. Without cue words for it, only the glossary's and lexicon's names are found.
  ///   - concepts: the glossary; terms that are no names are passed over.
  ///   - matcher: one of the same model and concepts that is there already.
  package init(language: LanguageTag, model: NameModel, concepts: [Concept] = [], matcher: NameMatcher? = nil) {
    self.language = language
    self.model = model
    cues = model.lexicon.cues[language.language]
    glossary = NameGlossary(
      language: language, lexicon: model.lexicon, concepts: concepts, elisions: cues?.elisions ?? [])
    self.matcher = matcher ?? NameMatcher(model, concepts: concepts)
    words = NameWords(language: language, model: model, cues: cues, glossary: glossary)
  }

  /// The names of a document, in order. Titles ("M.", "President") are not part of a name.
  package func find(in sentences: [String]) -> [NameOccurrence] {
    var tokenizer = NameTokens(elisions: cues?.elisions ?? [], lists: words)
    let tokens = sentences.map { tokenizer.tokens(of: $0) }
    let document = NameDocument(tokens, keys: tokenizer.keyCount)
    var spans: [NameSpan] = []
    var reader = NameSpanReader(finder: self, document: document)
    for index in tokens.indices { spans += reader.spans(in: tokens[index], sentence: index) }
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
    var sentence = sentence
    return sentence.withUTF8 { String(decoding: $0[bytes], as: UTF8.self) }
  }
}

/// What a document says of its words as a whole.
struct NameDocument {
  /// Whether a word stands somewhere without a capital, by the number of its key.
  private var small: [Bool]
  /// Whether it stands somewhere with a capital that no sentence gave it.
  private var capital: [Bool]
  /// The same words by phonetic key, those of six letters or more.
  private var byKey: [String: [String]] = [:]

  init(_ sentences: [[NameToken]], keys: Int) {
    small = [Bool](repeating: false, count: keys)
    capital = small
    for tokens in sentences {
      let isHeading = tokens.count > 1 && tokens.allSatisfy { $0.isUpper || $0.word.letters == 1 }
      if isHeading { continue }
      for token in tokens {
        if !token.isCapital {
          small[token.word.number] = true
        } else if token.gap != .start, token.gap != .opening, !capital[token.word.number] {
          capital[token.word.number] = true
          guard token.key.utf8.count > 5 else { continue }
          for key in NameKey.keys(forWord: token.key) { byKey[key, default: []].append(token.key) }
        }
      }
    }
  }

  func hasSmall(_ token: NameToken) -> Bool { small[token.word.number] }
  func hasCapital(_ token: NameToken) -> Bool { capital[token.word.number] }

  /// Whether a word is another spelling of one that stands with a capital elsewhere.
  func spells(_ token: NameToken, _ finder: NameFinder) -> Bool {
    guard token.key.utf8.count > 5 else { return false }
    return NameKey.keys(forWord: token.key).contains { key in
      byKey[key]?.contains { finder.matcher.match($0, token.key).score >= 0.9 } ?? false
    }
  }
}
