package import Bitext
internal import Exchange
package import Files

/// Why a use case could not be carried out; each case is an exit status of the command.
package enum CorridorError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Input that could not be read, or was refused, or an output that could not be written. Says what and what to do.
  case input(String, at: SourcePosition)
  /// Several faults at once, each a whole line.
  case inputs([String])
  /// A file of an exchange format that was refused.
  case refused(FileError)
  /// The call itself makes no sense.
  case usage(String)
  /// Something that should not happen.
  case failure(String)
  /// The reader of our output went away: nothing is wrong, and nothing more is to be done.
  case closedPipe

  package var description: String {
    switch self {
    case .input(let message, let position): "\(position): error: \(message)"
    case .refused(let error): error.description
    case .inputs(let lines): lines.joined(separator: "\n")
    case .usage(let message): "error: \(message)"
    case .failure(let message): "error: \(message)"
    case .closedPipe: ""
    }
  }

  /// The promised exit status: 0 a closed pipe, 2 wrong usage, 3 unreadable or refused input, 4 an internal failure.
  package var exitStatus: Int32 {
    switch self {
    case .input, .inputs, .refused: 3
    case .usage: 2
    case .failure: 4
    case .closedPipe: 0
    }
  }
}
