internal import Rules

/// What the spelling of a press does where a consonant and vowels meet: French ss between vowels.
package struct RomanizationJoint: Sendable {
  package let id: String
  package let why: String
  /// What is spelt otherwise there, and how.
  let letters: [Unicode.Scalar]
  let becomes: [Unicode.Scalar]
  /// Letters one of which must come before, or behind; any or none where empty.
  let after: Set<Unicode.Scalar>
  let before: Set<Unicode.Scalar>

  init(_ node: RuleNode, _ faults: inout [RulesError]) {
    faults += node.unknownKeys(besides: ["id", "letters", "after", "before", "becomes", "why", "examples"])
    id = node.requiredText("id", &faults)
    why = node.requiredText("why", &faults)
    letters = Array(node.requiredText("letters", &faults).unicodeScalars)
    becomes = Array(node.requiredText("becomes", &faults).unicodeScalars)
    after = Set((node["after"]?.text ?? "").unicodeScalars)
    before = Set((node["before"]?.text ?? "").unicodeScalars)
  }

  func holds(_ text: [Unicode.Scalar], after last: Unicode.Scalar?, before next: Unicode.Scalar?) -> Bool {
    text == letters && (after.isEmpty || (last.map(after.contains) ?? false))
      && (before.isEmpty || (next.map(before.contains) ?? false))
  }
}
