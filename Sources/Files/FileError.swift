package import Bitext

/// Why a file was not read or not written: where, what, and what to do.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Reason: Hashable, Sendable {
    /// The file cannot be opened, read or written.
    case file
    /// Bytes that are no text in the encoding of the file, or an encoding that is not read.
    case encoding
    /// Text that breaks the rules of its format.
    case malformed
    /// A user-defined or external entity; none is expanded.
    case entity
    /// More than a limit allows; the name of the limit.
    case limit(ReadingLimits.Name)
    /// A container or format that is not read.
    case unsupported
    /// A character or structure that the output format cannot hold.
    case unwritable
    /// The reader of our output went away. No fault of the data.
    case closedPipe
  }

  package let reason: Reason
  package let position: SourcePosition
  /// What is wrong and what to do, without the place: "NUL byte; save the file as UTF-8 text".
  package let message: String

  package init(_ reason: Reason, _ message: String, at position: SourcePosition) {
    self.reason = reason
    self.position = position
    self.message = message
  }

  /// `file:line:column: error: what; what to do`.
  package var description: String { "\(position): error: \(message)" }

  /// The same fault at another place: for sources that know what is wrong but not where.
  package func moved(to position: SourcePosition) -> FileError { FileError(reason, message, at: position) }
}
