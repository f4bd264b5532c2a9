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
  public var termCount: Int { index.origins.count }
  /// Bytes that the compiled form holds, without the glossary.
  public var memory: Int { index.memory }

  /// The terms of a text in order; within each layer none overlaps another.
  public func occurrences(in text: String) -> [TermOccurrence] { occurrences(in: text, resolving: true) }

  /// Every reading of every place, the beaten ones among them: shorter terms inside longer ones, other concepts of the
  /// same spelling. In order of their first byte, longest first.
  public func alternatives(in text: String) -> [TermOccurrence] { occurrences(in: text, resolving: false) }

  /// How many terms and names a text holds, without making a value of each: the fastest pass.
  public func count(in text: String) -> Int {
    var count = 0
    forEachHit(in: text, resolving: true) { _, _ in count += 1 }
    return count
  }

  private func occurrences(in text: String, resolving: Bool) -> [TermOccurrence] {
    var found: [TermOccurrence] = []
    forEachHit(in: text, resolving: resolving) { hit, bytes in
      let origin = index.origins[hit.entry]
      let concept = glossary.concepts[Int(origin.concept)]
      let term = concept.terms[Int(origin.term)]
      let surface = bytes[hit.bytes]
      let how: TermOccurrence.Match =
        hit.isInflected ? .inflected : hit.penalty == 0 && term.text.utf8.elementsEqual(surface) ? .exact : .folded
      found.append(
        TermOccurrence(
          bytes: hit.bytes, surface: String(decoding: surface, as: UTF8.self), concept: concept.id, kind: concept.kind,
          term: term.text, status: term.status, how: how))
    }
    return found
  }

  private func forEachHit(
    in text: String, resolving: Bool, _ body: (TermHit, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var text = text
    text.withUTF8 { bytes in
      withExtendedLifetime(self) {
        var search = TermSearch(index, bytes)
        search.run(resolving: resolving) { body($0, bytes) }
      }
    }
  }
}
