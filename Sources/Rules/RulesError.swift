public import Bitext

/// One fault of a rule file: where it is, what is wrong, what to do.
public struct RulesError: Error, Hashable, Sendable, CustomStringConvertible {
  public let position: SourcePosition
  /// What is wrong and what to do, without the place: "unknown key 'frm'; write 'from'".
  public let message: String

  public init(_ message: String, at position: SourcePosition) {
    self.position = position
    self.message = message
  }

  public var description: String { "\(position): error: \(message)" }
}

/// All faults of a file at once, in file order. Never empty.
public struct RulesErrors: Error, Hashable, Sendable, CustomStringConvertible {
  public let faults: [RulesError]

  public init(_ faults: [RulesError]) { self.faults = faults.sorted { $0.position < $1.position } }

  public init(_ message: String, at position: SourcePosition) {
    self.init([RulesError(message, at: position)])
  }

  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
