/// What the system knows of a file without reading it.
package struct FileStatus: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A regular file.
    case file
    case folder
    /// A device, a pipe, a socket or, if links are not followed, a link.
    case other
  }

  /// The same for two names of one file.
  package struct Identity: Hashable, Sendable {
    let device: UInt64
    let number: UInt64
  }

  package let kind: Kind
  /// In bytes.
  package let size: Int
  /// Who may read, write and execute it, in the twelve bits of POSIX.
  package let permissions: UInt32
  package let identity: Identity
  /// Number of the account that it belongs to.
  package let owner: UInt32
  /// Whether it is a device that may give bytes for ever: any but the one that gives none.
  package let isDevice: Bool

  /// Whether it belongs to who runs this process.
  package var isOwn: Bool { owner == CLibrary.user }

  /// The path without links and dots; nil if there is nothing under it.
  package static func realPath(_ path: String) -> String? { CLibrary.realPath(path) }

  /// The status of the file at a path.
  /// - Throws: `SystemError` if there is none, or its folder may not be read.
  package static func of(_ path: String, followsLinks: Bool = true) throws(SystemError) -> FileStatus {
    try CLibrary.status(of: path, followsLinks: followsLinks)
  }
}
