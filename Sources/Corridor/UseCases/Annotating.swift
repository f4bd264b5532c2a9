public import Bitext
internal import Terminology

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
    let matcher = try termMatcher(document.language)
    let names = Dictionary(grouping: try names(in: document), by: \.sentence)
    return document.segments.enumerated().map { i, segment in
      Annotation(
        sentence: i, text: segment.text,
        terms: matcher.occurrences(in: segment.text).filter { $0.kind == .term }, names: names[i] ?? [])
    }
  }
}
