public import Bitext

/// Finds the terms of a glossary in texts of one language.
///
/// Compiled once; then it only reads and may be used from any number of threads. Words are compared folded, and in the
/// forms that the language's inflection rules confirm; multi-word terms are followed word by word. Where matches
/// overlap, the one with more words wins, then the more exact one. Terms and names are two layers: a name inside a term
/// is found too.
public final class TermMatcher: Sendable {
  public let language: LanguageTag
  private let glossary: Glossary
  private let index: TermIndex

  /// - Parameters:
  ///   - glossary: all of it; only terms of `language` (in any region) are compiled.
  ///   - inflection: the rules of all languages.
  public init(glossary: Glossary, language: LanguageTag, inflection: InflectionRules) {
    self.language = language
    self.glossary = glossary
    index = TermIndexBuilder.index(glossary, language, inflection[language])
  }

  /// Number of terms that can be found.
  public var termCount: Int { index.entries.count }
  /// Bytes that the compiled form holds, without the glossary.
  public var memory: Int { index.memory }

  /// The terms of a text in order; within each layer none overlaps another.
  public func occurrences(in text: String) -> [TermOccurrence] {
    var found: [TermOccurrence] = []
    forEachHit(in: text) { hit, surface in found.append(occurrence(hit, surface())) }
    return found
  }

  /// Every reading of every place, the beaten ones among them: shorter terms inside longer ones, other concepts of the
  /// same spelling. In order of their first byte, longest first.
  public func alternatives(in text: String) -> [TermOccurrence] {
    var text = text
    text.makeContiguousUTF8()
    var search = TermSearch(index)
    var found: [TermOccurrence] = []
    let span = text.utf8.span
    search.run(span, resolving: false) { hit in
      found.append(occurrence(hit, Self.slice(text, hit.bytes)))
    }
    return found
  }

  /// Calls `body` with each hit in order and a way to read its words: for callers that count, without making strings.
  func forEachHit(in text: String, _ body: (TermHit, () -> String) -> Void) {
    var text = text
    text.makeContiguousUTF8()
    var search = TermSearch(index)
    let span = text.utf8.span
    search.run(span, resolving: true) { hit in body(hit) { Self.slice(text, hit.bytes) } }
  }

  private func occurrence(_ hit: TermHit, _ surface: String) -> TermOccurrence {
    let entry = index.entries[hit.entry]
    let concept = glossary.concepts[Int(entry.concept)]
    let term = concept.terms[Int(entry.term)]
    let how: TermOccurrence.Match = hit.isInflected ? .inflected : surface == term.text ? .exact : .folded
    return TermOccurrence(
      bytes: hit.bytes, surface: surface, concept: concept.id, kind: concept.kind, term: term.text,
      status: term.status, how: how)
  }

  private static func slice(_ text: String, _ bytes: Range<Int>) -> String {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
    return String(text[start..<utf8.index(start, offsetBy: bytes.count)])
  }
}

/// Where a term was found, before any string is made of it.
struct TermHit {
  let bytes: Range<Int>
  /// Number of the entry in the index.
  let entry: Int
  let layer: UInt8
  let isInflected: Bool
  /// How far the text is from the glossary's spelling; 0 is letter for letter.
  let penalty: Int
  let tokens: Range<Int>
}
