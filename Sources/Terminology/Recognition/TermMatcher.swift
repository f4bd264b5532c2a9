package import Bitext
package import FoundationEssentials

/// Finds the terms of a glossary in texts of one language.
///
/// Compiled once; then it only reads and may be used from any number of threads. Words are compared folded, and in the
/// forms that the language's inflection rules confirm; multi-word terms are followed word by word. Where matches
/// overlap, the one with more words wins, then the more exact one. Terms and names are two layers: a name inside a term
/// is found too.
package final class TermMatcher: Sendable {
  package let language: LanguageTag
  private let glossary: Glossary
  let index: TermIndex

  /// - Parameters:
  ///   - glossary: all of it; only terms of `language` (in any region) are compiled.
  ///   - inflection: the rules of all languages.
  package init(glossary: Glossary, language: LanguageTag, inflection: InflectionRules) {
    self.language = language
    self.glossary = glossary
    index = TermIndexBuilder.index(glossary, language, inflection[language])
  }

  /// A matcher out of its compiled form.
  /// - Parameters:
  ///   - compiled: what `compiled` gave for the same glossary, language and rules.
  ///   - inflection: has the rules of the language.
  /// - Returns: nil where the form is of another machine or damaged: compile anew then.
  package init?(compiled: Data, glossary: Glossary, language: LanguageTag, inflection: InflectionRules) {
    guard let index = TermIndex(compiled, language: inflection[language], glossary) else { return nil }
    self.language = language
    self.glossary = glossary
    self.index = index
  }

  /// The compiled form, for a cache.
  package var compiled: [UInt8] { index.bytes }
  /// The version of the compiled form.
  package static var compiledVersion: Int { TermIndex.version }

  /// Number of terms that can be found.
  package var termCount: Int { index.termCount }
  /// Bytes that the compiled form holds, without the glossary.
  package var memory: Int { index.memory }

  /// The terms of a text in order; within each layer none overlaps another.
  package func occurrences(in text: String) -> [TermOccurrence] { occurrences(in: text, resolving: true) }

  /// Every reading of every place, the beaten ones among them: shorter terms inside longer ones, other concepts of the
  /// same spelling. In order of their first byte, longest first.
  package func alternatives(in text: String) -> [TermOccurrence] { occurrences(in: text, resolving: false) }

  /// The terms of a text as `occurrences` gives them, and the ids of the concepts of every reading, in one search.
  package func reading(of text: String) -> (occurrences: [TermOccurrence], concepts: Set<String>) {
    var found: [TermOccurrence] = []
    var concepts: Set<String> = []
    var text = text
    text.withUTF8 { bytes in
      withExtendedLifetime(self) {
        var search = TermSearch(index, bytes)
        search.keepsReadings = true
        search.run(resolving: true) { hit in found.append(occurrence(widened(hit), bytes)) }
        for entry in Set(search.readings) {
          let number = Int(index.tables.view.entries[Int(entry)].concept)
          concepts.insert(glossary.withConcept(number) { $0.id })
        }
      }
    }
    return (found, concepts)
  }

  /// The same as `occurrences`, as plain numbers: the fastest way from a large text to its terms.
  package func places(in text: String) -> [TermPlace] {
    var found: [TermPlace] = []
    forEachHit(in: text, resolving: true) { hit, bytes in
      if found.count == found.capacity, found.count >= Self.sample {
        // As dense as the text has been so far, and a little more: a long list is not moved about while it grows.
        let expected = Double(found.count) * Double(bytes.count) / Double(hit.bytes.lowerBound + 1)
        found.reserveCapacity(max(found.count + found.count / 8, min(Int(expected * 1.1), bytes.count / 4)))
      }
      found.append(place(hit, bytes))
    }
    return found
  }

  /// From how many places on the number of all is estimated.
  private static let sample = 1024

  /// The occurrence at a place that `places(in:)` gave for the same text.
  package func occurrence(_ place: TermPlace, in text: String) -> TermOccurrence {
    let surface = text.utf8.withContiguousStorageIfAvailable { String(decoding: $0[place.bytes], as: UTF8.self) }
    return occurrence(place, surface: surface ?? String(decoding: Array(text.utf8)[place.bytes], as: UTF8.self))
  }

  /// How many terms and names a text holds, without making a value of each.
  package func count(in text: String) -> Int {
    var count = 0
    forEachHit(in: text, resolving: true) { _, _ in count += 1 }
    return count
  }

  private func occurrences(in text: String, resolving: Bool) -> [TermOccurrence] {
    var found: [TermOccurrence] = []
    forEachHit(in: text, resolving: resolving) { hit, bytes in found.append(occurrence(hit, bytes)) }
    return found
  }

  @inline(__always)
  private func occurrence(_ hit: TermHit, _ bytes: UnsafeBufferPointer<UInt8>) -> TermOccurrence {
    let place = place(hit, bytes)
    return occurrence(place, surface: place.how == .exact ? nil : String(decoding: bytes[hit.bytes], as: UTF8.self))
  }

  @inline(__always)
  private func place(_ hit: TermHit, _ bytes: UnsafeBufferPointer<UInt8>) -> TermPlace {
    let entry = index.tables.view.entries[hit.entry]
    // The term's own spelling, told by its hash: another passes for it once in 2^32.
    let isExact =
      !hit.isInflected && hit.penalty == 0
      && UInt32(truncatingIfNeeded: SpellingHash.hash(of: hit.bytes, in: bytes)) == entry.bytes
    return TermPlace(
      bytes: hit.bytes, concept: entry.concept, term: entry.term,
      how: isExact ? .exact : hit.isInflected ? .inflected : .folded)
  }

  /// - Parameter surface: nil where it is the term's own spelling.
  private func occurrence(_ place: TermPlace, surface: String?) -> TermOccurrence {
    glossary.withConcept(place.concept) { concept in
      let term = concept.terms[place.term].text
      return TermOccurrence(
        bytes: place.bytes, surface: surface ?? term, concept: concept.id, kind: concept.kind, term: term,
        status: concept.terms[place.term].status, how: place.how)
    }
  }

  /// The hit with the marks that belong to its term.
  @inline(__always)
  private func widened(_ hit: TermHit) -> TermHit {
    guard !index.edges.isEmpty, let edges = index.edges[Int32(hit.entry)] else { return hit }
    return hit.widened(by: edges)
  }

  private func forEachHit(
    in text: String, resolving: Bool, _ body: (TermHit, UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var text = text
    text.withUTF8 { bytes in
      withExtendedLifetime(self) {
        var search = TermSearch(index, bytes)
        search.run(resolving: resolving) { body(widened($0), bytes) }
      }
    }
  }
}

/// Where a term stands and which it is, by numbers: see `TermMatcher.places(in:)`.
package struct TermPlace: Hashable, Sendable {
  private let start: Int
  private let length: UInt32
  private let conceptNumber: Int32
  private let termNumber: Int32
  package let how: TermOccurrence.Match

  /// UTF-8 bytes of the text, end excluded.
  package var bytes: Range<Int> { start..<start + Int(length) }
  /// Number of the concept in the glossary, and of the term in the concept; 0-based.
  package var concept: Int { Int(conceptNumber) }
  package var term: Int { Int(termNumber) }

  @inline(__always)
  init(bytes: Range<Int>, concept: Int32, term: Int32, how: TermOccurrence.Match) {
    start = bytes.lowerBound
    length = UInt32(truncatingIfNeeded: bytes.count)
    conceptNumber = concept
    termNumber = term
    self.how = how
  }
}
