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
    let names = GlossaryNames(concepts)
    self.init(
      language: language, model: model,
      glossary: NameGlossary(
        language: language, lexicon: model.lexicon, concepts: names, cues: model.lexicon.cues[language.language]),
      matcher: matcher ?? NameMatcher(model, names: names))
  }

  /// - Parameters:
  ///   - glossary: compiled for this language.
  ///   - matcher: one of the same model and names.
  package init(language: LanguageTag, model: NameModel, glossary: NameGlossary, matcher: NameMatcher) {
    self.language = language
    self.model = model
    cues = model.lexicon.cues[language.language]
    self.glossary = glossary
    self.matcher = matcher
    words = NameWords(language: language, model: model, cues: cues, glossary: glossary)
  }

  /// The names of a document, in order. Titles ("M.", "President") are not part of a name.
  package func find(in sentences: [String]) -> [NameOccurrence] {
    var tokenizer = NameTokens(cues, lists: words)
    let tokens = sentences.map { tokenizer.tokens(of: $0) }
    let document = NameDocument(
      tokens, keys: tokenizer.keyCount, keepsWords: !(cues?.nameEndings.isEmpty ?? true))
    var spans: [NameSpan] = []
    var reader = NameSpanReader(finder: self, document: document)
    for index in tokens.indices { spans += reader.spans(in: tokens[index], sentence: index) }
    var people = PersonRegistry(finder: self)
    people.resolve(&spans, tokens)
    // A noun that nothing else speaks for.
    if cues?.capitalisesNouns ?? false { spans.removeAll { $0.certainty == .weak && !$0.isKnown } }
    return spans.map { span in
      let row = tokens[span.sentence]
      let bytes = row[span.tokens.lowerBound].bytes.lowerBound..<row[span.tokens.upperBound - 1].bytes.upperBound
      let surface = Self.text(sentences[span.sentence], bytes)
      let concept = span.concept.map { glossary.concepts[$0].id }
      return NameOccurrence(
        sentence: span.sentence, bytes: bytes, surface: surface, kind: span.kind,
        name: concept ?? span.name ?? span.text ?? surface,
        isConcept: concept != nil)
    }
  }

  static func text(_ sentence: String, _ bytes: Range<Int>) -> String {
    var sentence = sentence
    return sentence.withUTF8 { String(decoding: $0[bytes], as: UTF8.self) }
  }
}
