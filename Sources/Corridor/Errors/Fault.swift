internal import Bitext
internal import Files
internal import Rules

/// What is wrong at one place, and what to do about it.
public struct Fault: Hashable, Sendable, CustomStringConvertible {
  /// The file, with line and column as far as they are known.
  public let position: SourcePosition
  /// What is wrong: "unknown key 'frm'".
  public let problem: String
  /// What to do: "write 'from'"; empty if nothing can be advised.
  public let remedy: String
  /// Complete units of a damaged file before the fault, which reading with `ExchangeOptions.salvages` would keep; nil if that is
  /// no way out.
  public let salvageableUnits: Int?

  /// A fault at a place; an empty remedy advises nothing.
  public init(_ problem: String, remedy: String, at position: SourcePosition, salvageableUnits: Int? = nil) {
    self.problem = problem
    self.remedy = remedy
    self.position = position
    self.salvageableUnits = salvageableUnits
  }

  /// `file:line:column: error: problem; remedy`.
  public var description: String {
    "\(position): error: \(problem)" + (remedy.isEmpty ? "" : "; \(remedy)") + (salvage.map { " (\($0))" } ?? "")
  }

  /// "2 complete units stand before it".
  public var salvage: String? {
    salvageableUnits.map { $0 == 1 ? "1 complete unit stands before it" : "\($0) complete units stand before it" }
  }
}

extension Fault {
  /// The rooms below write a message as "what is wrong; what to do": the last clause is the remedy.
  init(message: String, at position: SourcePosition, salvageableUnits: Int? = nil) {
    let clauses = message.split(separator: "; ", omittingEmptySubsequences: false)
    let remedy = clauses.count > 1 ? String(clauses[clauses.count - 1]) : ""
    self.init(
      clauses.dropLast(remedy.isEmpty ? 0 : 1).joined(separator: "; "), remedy: remedy, at: position,
      salvageableUnits: salvageableUnits)
  }

  init(_ error: RulesError) { self.init(message: error.message, at: error.position) }
  init(_ error: FileError) {
    self.init(message: error.message, at: error.position, salvageableUnits: error.salvageableUnits)
  }
}
