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
    /// Neither content nor name tells the format; the names of those that are read.
    case unknownFormat(known: [String])
    /// A file that was read for its translation units holds something else.
    case noUnits(Content)
    /// Nothing says the language of the translations; the caller may name it.
    case languageMissing
    /// A character or structure that the output format cannot hold.
    case unwritable
    /// The reader of our output went away. No fault of the data.
    case closedPipe
  }

  package enum Content: Hashable, Sendable { case glossary, rules, plainText }

  package let reason: Reason
  package let position: SourcePosition
  /// What is wrong and what to do, without the place: "NUL byte; save the file as UTF-8 text".
  package let message: String
  /// Complete units before the fault, which a reader that salvages would keep; nil if that is no way out.
  package let salvageableUnits: Int?

  package init(
    _ reason: Reason, _ message: String, at position: SourcePosition, salvageableUnits: Int? = nil
  ) {
    self.reason = reason
    self.salvageableUnits = salvageableUnits
    self.position = position
    self.message = message.bounded
  }

  /// `file:line:column: error: what; what to do`.
  package var description: String {
    "\(position): error: \(message)" + (salvage.map { " (\($0))" } ?? "")
  }

  /// "2 complete units stand before it", if a reader that salvages would keep them.
  package var salvage: String? {
    salvageableUnits.map { $0 == 1 ? "1 complete unit stands before it" : "\($0) complete units stand before it" }
  }

  /// The same fault at another place: for sources that know what is wrong but not where.
  package func moved(to position: SourcePosition) -> FileError {
    FileError(reason, message, at: position, salvageableUnits: salvageableUnits)
  }
}
