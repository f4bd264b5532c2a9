public import Bitext

/// The glossary's terms and the names of one sentence.
public struct Annotation: Sendable {
  /// 0-based number of the sentence.
  public let sentence: Int
  /// The sentence.
  public let text: String
  /// Concepts of kind term.
  public let terms: [TermOccurrence]
  /// Persons, places and organisations, known to the glossary or not.
  public let names: [NameOccurrence]
}

extension Workspace {
  /// The terms and names of every sentence of a document, in order.
  public func annotate(_ document: Document) throws(CorridorError) -> [Annotation] {
    let text = try annotated(document, [.terms, .names])
    let names = Dictionary(grouping: text.names, by: \.sentence)
    return text.sentences.indices.map { i in
      Annotation(
        sentence: i, text: text.sentences[i].text, terms: text.terms[i].filter { $0.kind == .term },
        names: names[i] ?? [])
    }
  }
}
