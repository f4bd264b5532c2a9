internal import Bitext

/// A file that is there whole or not at all: written beside its place and renamed by `commit()`.
///
/// Without a commit the file beside is removed and what stood at the place stays as it was. An existing file keeps its
/// permissions; a symbolic link keeps pointing, and the file behind it is replaced; a device or a pipe is written to
/// directly.
package final class AtomicFile: ByteSink {
  private let path: String
  /// Where the bytes go until the commit; nil for a device, and after it.
  private var temporary: String?
  /// nil after the commit.
  private var file: OpenFile?

  /// Opens the file beside `path`.
  /// - Throws: `FileError` (`file`) if the folder is missing or not writable, if `path` is a folder, or if the file may not
  ///   be written.
  package init(path: String) throws(FileError) {
    self.path = path
    do throws(SystemError) {
      // Standard output by its name in the file system goes on where it is: it may be a log that others write to.
      if let named = try OpenFile(descriptorNamed: path) {
        file = named
        return
      }
      let place = CLibrary.realPath(path) ?? path
      let status = try? FileStatus.of(place)
      if status?.kind == .folder { throw CLibrary.isFolder }
      if status != nil { try CLibrary.checkWritable(place) }
      if status?.kind == .other {
        file = try OpenFile(place, .writing)
        return
      }
      let beside = try Self.openBeside(place)
      file = beside.file
      temporary = beside.path
      UnfinishedFiles.add(beside.path)
      if let status { beside.file.setPermissions(status.permissions) }
    } catch {
      throw Self.failure(path, error)
    }
  }

  /// Opens the file beside a place, always by the same name, so that the next writer takes over what a process left that
  /// was killed. A lock, which goes with its process, tells whether somebody is writing it: then another name is taken.
  private static func openBeside(_ place: String) throws(SystemError) -> (file: OpenFile, path: String) {
    let usual = "\(place).corridor-part"
    for _ in 0..<8 {
      guard let file = try? OpenFile(usual, .makingIfMissing) else { break }
      guard file.lock(), let opened = try? file.status, opened.kind == .file else { break }
      // Its writer may have put it in its place, and let go of it, between our opening and locking it.
      guard let named = try? FileStatus.of(usual, followsLinks: false), named.identity == opened.identity,
        (try? file.truncate(to: 0)) != nil
      else { continue }
      return (file, usual)
    }
    let other = "\(place).\(CLibrary.processNumber)-\(UInt32.random(in: 0 ... .max)).corridor-part"
    return (try OpenFile(other, .makingNew), other)
  }

  deinit {
    // Removed before the lock is let go, which is when the file is closed: after that it may be another's.
    if let temporary {
      CLibrary.remove(temporary)
      UnfinishedFiles.forget(temporary)
    }
  }

  package func write(_ bytes: [UInt8]) throws(FileError) {
    do throws(SystemError) { try file?.write(bytes) } catch { throw WritingFault.error(error, path) }
  }

  /// Puts the file in its place; nothing may be written after it. What was written to a descriptor is there already.
  package func commit() throws(FileError) {
    guard let file else { return }
    defer { self.file = nil }
    guard let temporary else { return }
    let place = CLibrary.realPath(path) ?? path
    do throws(SystemError) {
      // Closed only when it is in its place: until then the lock keeps others from it.
      try file.synchronize()
      try CLibrary.rename(temporary, to: place)
    } catch {
      throw Self.failure(path, error)
    }
    UnfinishedFiles.forget(temporary)
    self.temporary = nil
    // The new name is on disk only once its folder is.
    let slash = place.utf8.lastIndex(of: UInt8(ascii: "/"))
    try? OpenFile(reading: slash.map { String(place[...$0]) } ?? ".").synchronize()
  }

  private static func failure(_ path: String, _ error: SystemError) -> FileError {
    let message =
      switch error.kind {
      case .missing, .folderMissing: "its folder is missing; make it"
      case .folder: "is a folder; name a file"
      case .notAllowed: "may not be written; choose another place or change the permissions"
      case .closedPipe, .other: "cannot be written (\(error)); check the disk"
      }
    return FileError(.file, message, at: SourcePosition(file: path))
  }
}
