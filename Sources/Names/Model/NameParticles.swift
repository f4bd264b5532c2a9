internal import Linguistics
package import Rules

/// What is known of the parts of names when two are compared: the words that one spelling has and another leaves out
/// (`glossary/names/particles.yml`), and what `PersonRules` reads.
package struct NameParticles: Sendable {
  /// Folded.
  private let words: Set<String>
  /// Parts of persons' names, sounds, and first names in several languages.
  let persons: PersonRules
  /// The files as one, for compiled forms.
  let source: RuleNode

  init() { (words, persons, source) = ([], PersonRules(), RuleNode(.table([]), at: .init(file: ""))) }

  /// - Throws: `RulesErrors` with every fault of the file.
  package init(_ file: RuleNode) throws(RulesErrors) {
    var faults = file.unknownKeys(besides: PersonRules.keys.union(["particles"]))
    var words: Set<String> = []
    for node in file["particles"]?.items ?? [] {
      faults += node.unknownKeys(besides: ["id", "words", "why", "examples"])
      for key in ["id", "why"] { _ = node.requiredText(key, &faults) }
      for word in node["words"]?.texts(&faults) ?? [] { words.insert(Folding.key(word)) }
    }
    persons = PersonRules(file, &faults)
    if !faults.isEmpty { throw RulesErrors(faults) }
    self.words = words
    source = file
  }

  /// Whether a file of the folder is this one.
  static func isParticles(_ file: RuleNode) -> Bool {
    file.entries?.contains { $0.key.text == "particles" || PersonRules.keys.contains($0.key.text ?? "") } ?? false
  }

  /// These and what another file of the folder adds.
  /// - Throws: `RulesErrors` with every fault of the file.
  func adding(_ file: RuleNode) throws(RulesErrors) -> NameParticles {
    try NameParticles(RuleNode(.table((source.entries ?? []) + (file.entries ?? [])), at: file.position))
  }

  func contains(_ folded: String) -> Bool { words.contains(folded) }
}
