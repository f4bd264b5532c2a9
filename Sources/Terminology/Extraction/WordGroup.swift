internal import Rules

/// Words of one kind in a file of `glossary/extraction/`, with the reason why they are listed.
package struct WordGroup: Sendable {
  package let id: String
  package let why: String
  let words: [String]
  /// A sentence and a phrase that is proposed for it (or, in `counter`, is not).
  package let examples: RuleExamples

  init(_ node: RuleNode, _ faults: inout [RulesError]) {
    faults += node.unknownKeys(besides: ["id", "why", "words", "examples", "counter-examples"])
    id = node.requiredText("id", &faults)
    why = node.requiredText("why", &faults)
    words = node["words"]?.texts(&faults) ?? []
    if words.isEmpty { faults.append(RulesError("'\(id)' has no words; add them", at: node.position)) }
    examples = RuleExamples(node, &faults)
  }
}
