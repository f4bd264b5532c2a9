/// Why the system refused a call: its `errno`.
package struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Kind: Hashable, Sendable {
    case missing
    /// A part of the path is no folder.
    case folderMissing
    /// The path is that of a folder, where a file is needed.
    case folder
    /// Permissions, or a file system that is only read.
    case notAllowed
    /// The reader of a pipe went away.
    case closedPipe
    case other
  }

  package let code: Int32

  package init(code: Int32) { self.code = code }

  package var kind: Kind { CLibrary.kind(code) }
  /// The words of the system: "No space left on device".
  package var description: String { CLibrary.message(code) }
}
