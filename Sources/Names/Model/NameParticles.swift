internal import Linguistics
package import Rules

/// Words that one spelling of a name has and another leaves out, when two names are compared: `glossary/names/particles.yml`.
package struct NameParticles: Sendable {
  /// Folded.
  private let words: Set<String>
  /// The file, for compiled forms.
  let source: RuleNode

  init() { (words, source) = ([], RuleNode(.table([]), at: .init(file: ""))) }

  /// - Throws: `RulesErrors` with every fault of the file.
  package init(_ file: RuleNode) throws(RulesErrors) {
    var faults = file.unknownKeys(besides: ["particles"])
    var words: Set<String> = []
    for node in file["particles"]?.items ?? [] {
      faults += node.unknownKeys(besides: ["id", "words", "why", "examples"])
      for key in ["id", "why"] { _ = node.requiredText(key, &faults) }
      for word in node["words"]?.texts(&faults) ?? [] { words.insert(Folding.key(word)) }
    }
    if !faults.isEmpty { throw RulesErrors(faults) }
    self.words = words
    source = file
  }

  /// Whether a file of the folder is this one.
  static func isParticles(_ file: RuleNode) -> Bool { file["particles"] != nil }

  func contains(_ folded: String) -> Bool { words.contains(folded) }
}
