package import Bitext

/// Concepts with their terms, in the order of their tables; no id stands twice.
package struct Glossary: Sendable {
  /// Read from tables, or in their compiled form, where a concept is made only when it is asked for.
  private enum Storage: Sendable {
    case made([Concept], places: [String: Int])
    case compiled(CompiledConcepts)
  }

  private var storage: Storage

  /// - Parameter concepts: of one or more tables. Where an id stands twice the later concept takes the place of the
  ///   earlier one; `GlossaryValidation` works on the tables before this.
  package init(_ concepts: [Concept] = []) {
    storage = .made([], places: [:])
    lay(concepts)
  }

  /// The glossary that a compiled one was made from.
  package init(_ compiled: CompiledGlossary) { storage = .compiled(CompiledConcepts(compiled)) }

  /// All of them, in the order in which ids were first met. To ask a compiled glossary for one, `withConcept` is faster.
  package var concepts: [Concept] {
    switch storage {
    case .made(let concepts, _): concepts
    case .compiled(let compiled): compiled.all
    }
  }

  /// Lays a glossary over this one concept by concept: a concept of `other` replaces the one of the same id whole,
  /// the rest is added after.
  package mutating func overlay(_ other: [Concept]) { lay(other) }

  /// The concept of an id.
  package subscript(id: String) -> Concept? {
    switch storage {
    case .made(let concepts, let places): places[id].map { concepts[$0] }
    case .compiled(let compiled): compiled[id]
    }
  }

  package var count: Int {
    switch storage {
    case .made(let concepts, _): concepts.count
    case .compiled(let compiled): compiled.count
    }
  }

  /// How many terms the concept of a number has.
  func termCount(ofConcept number: Int) -> Int {
    switch storage {
    case .made(let concepts, _): concepts[number].terms.count
    case .compiled(let compiled): compiled.termCount(ofConcept: number)
    }
  }

  /// The concept of a number, 0..<count.
  package func concept(_ number: Int) -> Concept { withConcept(number) { $0 } }

  /// The same, for what needs only a part of it.
  @inline(__always)
  func withConcept<Result>(_ number: Int, _ body: (borrowing Concept) -> Result) -> Result {
    switch storage {
    case .made(let concepts, _): body(concepts[number])
    case .compiled(let compiled): compiled.withConcept(number, body)
    }
  }

  /// The languages that have a term, in alphabetical order, by primary language.
  package var languages: [LanguageTag] {
    var found: [String: LanguageTag] = [:]
    for concept in concepts {
      for term in concept.terms where found[term.language.language] == nil {
        found[term.language.language] = LanguageTag(term.language.language)
      }
    }
    return found.values.sorted()
  }

  private mutating func lay(_ added: [Concept]) {
    var (concepts, places): ([Concept], [String: Int])
    switch storage {
    case .made(let known, let own): (concepts, places) = (known, own)
    case .compiled(let compiled):
      concepts = compiled.all
      places = Dictionary(concepts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    places.reserveCapacity(places.count + added.count)
    for concept in added {
      if let place = places[concept.id] {
        concepts[place] = concept
      } else {
        places[concept.id] = concepts.count
        concepts.append(concept)
      }
    }
    storage = .made(concepts, places: places)
  }
}
