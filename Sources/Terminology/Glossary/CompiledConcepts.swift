internal import Bitext
internal import Synchronization

/// The concepts of a compiled glossary, each made when it is first asked for, then kept.
final class CompiledConcepts: Sendable {
  private struct Made {
    var concepts: [Concept?]
    var tags: [Int: LanguageTag] = [:]
    /// Numbers by id; filled when an id is first asked for.
    var places: [String: Int]?
  }

  private let compiled: CompiledGlossary
  private let made: Mutex<Made>

  init(_ compiled: CompiledGlossary) {
    self.compiled = compiled
    made = Mutex(Made(concepts: Array(repeating: nil, count: compiled.conceptCount)))
  }

  var count: Int { compiled.conceptCount }

  var all: [Concept] {
    made.withLock { made -> [Concept] in
      var all: [Concept] = []
      for number in 0..<count { all.append(concept(number, &made)) }
      return all
    }
  }

  func termCount(ofConcept number: Int) -> Int { compiled.termCount(ofConcept: number) }

  func withConcept<Result>(_ number: Int, _ body: (borrowing Concept) -> Result) -> Result {
    let concept = made.withLock { made -> Concept in self.concept(number, &made) }
    return body(concept)
  }

  subscript(id: String) -> Concept? {
    made.withLock { made -> Concept? in
      if made.places == nil {
        made.places = Dictionary(
          (0..<count).map { (compiled.id(ofConcept: $0), $0) }, uniquingKeysWith: { first, _ in first })
      }
      return made.places?[id].map { concept($0, &made) }
    }
  }

  private func concept(_ number: Int, _ made: inout Made) -> Concept {
    if let known = made.concepts[number] { return known }
    let concept = compiled.concept(number, &made.tags)
    made.concepts[number] = concept
    return concept
  }
}
