package import Bitext

/// Something in a glossary that is wrong or worth a look.
package struct GlossaryFinding: Hashable, Sendable, CustomStringConvertible {
  /// What kind of fault: stable ids, one for each rule of `GlossaryValidation`.
  package enum Rule: String, Hashable, Sendable, CaseIterable {
    case twoPreferred = "two-preferred"
    case noPreferred = "no-preferred"
    case sharedTerm = "shared-term"
    case repeatedTerm = "repeated-term"
    case repeatedConcept = "repeated-concept"
    case missingSide = "missing-side"
    case danglingRelation = "dangling-relation"
    case emptyTerm = "empty-term"
    case strayWhitespace = "stray-whitespace"
    case invisibleCharacter = "invisible-character"
    case mixedScript = "mixed-script"
    case wrongScript = "wrong-script"
    case notComposed = "not-composed"
    case badDate = "bad-date"
    case statusAgainstProfile = "status-against-profile"
    case romanizationMismatch = "romanization-mismatch"
    case noSource = "no-source"
  }

  package let rule: Rule
  package let severity: Diagnostic.Severity
  /// The row of the table that is meant.
  package let position: SourcePosition
  /// Id of the concept.
  package let concept: String
  /// What is wrong and what to do.
  package let message: String

  package init(
    rule: Rule, severity: Diagnostic.Severity, position: SourcePosition, concept: String, message: String
  ) {
    self.rule = rule
    self.severity = severity
    self.position = position
    self.concept = concept
    self.message = message
  }

  /// `file:line:column: severity: message [rule]`
  package var description: String { "\(position): \(severity.rawValue): \(message) [\(rule.rawValue)]" }
}
