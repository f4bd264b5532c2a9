/// A call that makes no sense: options that do not go together, a value that is none. The command ends with status 2.
struct UsageError: Error, CustomStringConvertible {
  let message: String

  /// - Parameter message: what is wrong and what to do: "--limit 0 asks for nothing; write 1 or more".
  init(_ message: String) { self.message = message }

  var description: String { "error: \(message)" }
}
