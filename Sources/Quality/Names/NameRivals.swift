internal import Bitext

/// The spellings of a text, by how much speaks for each.
struct NameRivals {
  struct Name {
    let surface: String
    /// The full form of the bearer in this text.
    let full: String
    let kind: Concept.Kind
    let count: Int
    let first: Int
    let isConcept: Bool
    /// 0-based number of the sentence in which it first stands.
    let sentence: Int

    var evidence: String {
      let place = "sentence \(sentence + 1)"
      return "this text writes '\(surface)' " + (count == 1 ? "once, in \(place)" : "\(count) times, first in \(place)")
    }
  }

  let names: [Name]
  private let counts: [String: Int]
  private let firsts: [String: Int]

  init(_ text: AnnotatedText) {
    var counts: [String: Int] = [:]
    var firsts: [String: Int] = [:]
    var names: [String: Name] = [:]
    for (i, occurrence) in text.names.enumerated() {
      let key = Spelling.surname(Spelling.key(occurrence.surface))
      counts[key, default: 0] += 1
      if firsts[key] == nil { firsts[key] = i }
    }
    for (i, occurrence) in text.names.enumerated() {
      let key = Spelling.key(occurrence.surface)
      guard names[key] == nil else { continue }
      names[key] = Name(
        surface: occurrence.surface, full: occurrence.isConcept ? occurrence.surface : occurrence.name,
        kind: occurrence.kind, count: counts[Spelling.surname(key)] ?? 1, first: i, isConcept: occurrence.isConcept,
        sentence: occurrence.sentence)
    }
    self.counts = counts
    self.firsts = firsts
    self.names = names.values.sorted { ($0.count, $1.first) > ($1.count, $0.first) }
  }

  /// Whether a spelling stands more firmly than an occurrence's: the glossary has it, or it is more frequent, or it came first.
  func speaksFor(_ rival: Name, against occurrence: NameOccurrence) -> Bool {
    let key = Spelling.surname(Spelling.key(occurrence.surface))
    guard key != Spelling.surname(Spelling.key(rival.surface)) else { return false }
    if rival.isConcept { return true }
    let own = counts[key] ?? 0
    return rival.count > own || (rival.count == own && rival.first < firsts[key] ?? .max)
  }
}
