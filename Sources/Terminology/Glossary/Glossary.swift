package import Bitext

/// Concepts with their terms, in the order of their tables; no id stands twice.
package struct Glossary: Sendable {
  /// In the order in which ids were first met.
  package private(set) var concepts: [Concept]
  private var places: [String: Int]

  /// - Parameter concepts: of one or more tables. Where an id stands twice the later concept takes the place of the
  ///   earlier one; `GlossaryValidation` works on the tables before this.
  package init(_ concepts: [Concept] = []) {
    self.concepts = []
    places = [:]
    lay(concepts)
  }

  /// Lays a glossary over this one concept by concept: a concept of `other` replaces the one of the same id whole,
  /// the rest is added after.
  package mutating func overlay(_ other: [Concept]) { lay(other) }

  /// The concept of an id.
  package subscript(id: String) -> Concept? { places[id].map { concepts[$0] } }

  package var count: Int { concepts.count }

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
    places.reserveCapacity(places.count + added.count)
    for concept in added {
      if let place = places[concept.id] {
        concepts[place] = concept
      } else {
        places[concept.id] = concepts.count
        concepts.append(concept)
      }
    }
  }
}
