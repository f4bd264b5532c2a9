internal import Files

/// Why a file of an exchange format, or a text, was not read or not written.
public enum Refusal: Hashable, Sendable {
  /// It cannot be opened, read or written.
  case unreadable
  /// Its bytes are no text in its encoding, or the encoding is not read.
  case encoding
  /// It breaks the rules of its format.
  case malformed
  /// It names a user-defined or external entity; none is expanded.
  case entity
  /// It goes over a limit of `ReadingLimits`; the limit's name.
  case limit(String)
  /// Its container or format is not read, or it holds something else than was asked for.
  case unsupported
  /// It has a character or structure that the format to write cannot hold.
  case unwritable
}

extension Refusal {
  /// Nil if the reader of our output went away, which is no fault of the file.
  init?(_ reason: FileError.Reason) {
    switch reason {
    case .file: self = .unreadable
    case .encoding: self = .encoding
    case .malformed: self = .malformed
    case .entity: self = .entity
    case .limit(let name): self = .limit(name.rawValue)
    case .unsupported: self = .unsupported
    case .unwritable: self = .unwritable
    case .closedPipe: return nil
    }
  }
}
