package import Bitext

/// One fault of a rule file: where it is, what is wrong, what to do.
package struct RulesError: Error, Hashable, Sendable, CustomStringConvertible {
  package let position: SourcePosition
  /// What is wrong and what to do, without the place: "unknown key 'frm'; write 'from'".
  package let message: String

  package init(_ message: String, at position: SourcePosition) {
    self.position = position
    self.message = message
  }

  package var description: String { "\(position): error: \(message)" }
}

/// All faults of a file at once, in file order. Never empty.
package struct RulesErrors: Error, Hashable, Sendable, CustomStringConvertible {
  package let faults: [RulesError]

  package init(_ faults: [RulesError]) { self.faults = faults.sorted { $0.position < $1.position } }

  package init(_ message: String, at position: SourcePosition) {
    self.init([RulesError(message, at: position)])
  }

  package var description: String { faults.map(\.description).joined(separator: "\n") }
}
