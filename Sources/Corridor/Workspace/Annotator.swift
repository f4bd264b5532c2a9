internal import Bitext
internal import Linguistics
internal import Terminology

/// Finds in texts of one language what their uses ask for, each part once.
struct Annotator {
  let language: LanguageTag
  /// Terms of a sentence, and the concepts of all its readings, which are left out where they are not wanted.
  let terms: (_ sentence: String, _ wantsConcepts: Bool) -> (occurrences: [TermOccurrence], concepts: Set<String>)
  /// Names of sentences that follow each other.
  let names: (_ sentences: [String]) -> [NameOccurrence]
  /// Nil where nothing is known of how the language writes numbers.
  let quantities: ((_ sentence: String) -> [Quantity])?

  func annotated(_ sentences: [Segment], _ parts: AnnotatedText.Parts) -> AnnotatedText {
    var terms: [[TermOccurrence]] = []
    var concepts: [Set<String>] = []
    let wantsConcepts = parts.contains(.concepts)
    if wantsConcepts || parts.contains(.terms) {
      for sentence in sentences {
        let found = self.terms(sentence.text, wantsConcepts)
        terms.append(found.occurrences)
        if wantsConcepts { concepts.append(found.concepts) }
      }
    }
    return AnnotatedText(
      language: language, sentences: sentences, terms: parts.contains(.terms) ? terms : nil,
      concepts: wantsConcepts ? concepts : nil, names: parts.contains(.names) ? names(sentences.map(\.text)) : nil,
      quantities: parts.contains(.quantities) ? sentences.map { quantities?($0.text) ?? [] } : nil,
      quotations: parts.contains(.quotations)
        ? Quotations.ranges(in: sentences.map(\.text), paragraphs: sentences.map(\.paragraph)) : nil)
  }
}

extension Workspace {
  /// A document with the parts that are asked for; nothing is read of the data that they do not need.
  func annotated(_ document: Document, _ parts: AnnotatedText.Parts) throws(CorridorError) -> AnnotatedText {
    try annotator(document.language, parts).annotated(document.segments, parts)
  }

  /// The same for a text that is one sentence.
  func annotated(_ sentence: String, _ language: LanguageTag, _ parts: AnnotatedText.Parts) throws(CorridorError)
    -> AnnotatedText
  {
    let segment = Segment(text: sentence, bytes: 0..<sentence.utf8.count, paragraph: 0)
    return try annotator(language, parts).annotated([segment], parts)
  }

  private func annotator(_ language: LanguageTag, _ parts: AnnotatedText.Parts) throws(CorridorError) -> Annotator {
    let matcher = parts.isDisjoint(with: [.terms, .concepts]) ? nil : try termMatcher(language)
    let finder = parts.contains(.names) ? try nameFinder(language) : nil
    let reader = parts.contains(.quantities) ? try profile(of: language).map(QuantityReader.init) : nil
    return Annotator(
      language: language,
      terms: { sentence, wantsConcepts in
        guard let matcher else { return ([], []) }
        return wantsConcepts ? matcher.reading(of: sentence) : (matcher.occurrences(in: sentence), [])
      },
      names: { finder?.find(in: $0) ?? [] }, quantities: reader.map { reader in { reader.quantities(in: $0) } })
  }
}
