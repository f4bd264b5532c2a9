internal import Bitext

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file that is there whole or not at all: written beside its place and renamed by `commit()`.
///
/// Without a commit the file beside is removed and what stood at the place stays as it was. An existing file keeps its
/// permissions; a symbolic link keeps pointing, and the file behind it is replaced; a device or a pipe is written to
/// directly.
package final class AtomicFile: ByteSink {
  private let path: String
  /// Where the bytes go until the commit; nil for a device.
  private var temporary: String?
  private var descriptor: Int32

  /// Opens the file beside `path`.
  /// - Throws: `FileError` (`file`) where the folder is missing or not writable, where `path` is a folder, or where the
  ///   file may not be written.
  package init(path: String) throws(FileError) {
    let place = Self.resolved(path)
    self.path = path
    var status = stat()
    let exists = stat(place, &status) == 0
    let kind = status.st_mode & S_IFMT
    if exists, kind == S_IFDIR { throw Self.failure(path, EISDIR) }
    if exists, access(place, W_OK) != 0 { throw Self.failure(path, errno) }
    if exists, kind != S_IFREG {
      temporary = nil
      descriptor = open(place, O_WRONLY | O_CLOEXEC)
      if descriptor < 0 { throw Self.failure(path, errno) }
      return
    }
    let beside = Self.openBeside(place)
    descriptor = beside.descriptor
    if descriptor < 0 { throw Self.failure(path, errno) }
    temporary = beside.path
    if exists { fchmod(descriptor, status.st_mode & 0o7777) }
  }

  /// Opens the file beside a place, always by the same name, so that the next writer takes over what a process left that
  /// was killed. A lock, which goes with its process, tells whether somebody is writing it: then another name is taken.
  private static func openBeside(_ place: String) -> (descriptor: Int32, path: String) {
    let usual = "\(place).corridor-part"
    for _ in 0..<8 {
      let descriptor = open(usual, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { break }
      var (opened, named) = (stat(), stat())
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &opened) == 0, opened.st_mode & S_IFMT == S_IFREG
      {
        // Its writer may have put it in its place, and let go of it, between our opening and locking it.
        if lstat(usual, &named) == 0, named.st_ino == opened.st_ino, named.st_dev == opened.st_dev,
          ftruncate(descriptor, 0) == 0
        {
          return (descriptor, usual)
        }
        close(descriptor)
        continue
      }
      close(descriptor)
      break
    }
    let other = "\(place).\(getpid())-\(UInt32.random(in: 0 ... .max)).corridor-part"
    return (open(other, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666), other)
  }

  deinit {
    // Removed before the lock is let go: after that it may be another's.
    if let temporary, descriptor >= 0 { unlink(temporary) }
    if descriptor >= 0 { close(descriptor) }
  }

  package func write(_ bytes: [UInt8]) throws(FileError) { try writeAll(bytes, to: descriptor, name: path) }

  /// Puts the file in its place; nothing may be written after it.
  package func commit() throws(FileError) {
    guard descriptor >= 0 else { return }
    guard let temporary else {
      close(descriptor)
      descriptor = -1
      return
    }
    // Closed only when it is in its place: until then the lock keeps others from it.
    guard fsync(descriptor) == 0 else { throw Self.failure(path, errno) }
    let place = Self.resolved(path)
    guard rename(temporary, place) == 0 else { throw Self.failure(path, errno) }
    self.temporary = nil
    close(descriptor)
    descriptor = -1
    // The new name is on disk only once its folder is.
    let slash = place.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = open(slash.map { String(place[...$0]) } ?? ".", O_RDONLY | O_CLOEXEC)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }

  /// The file behind symbolic links; the path itself where there is none yet.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func failure(_ path: String, _ code: Int32) -> FileError {
    let message =
      switch code {
      case ENOENT, ENOTDIR: "its folder is missing; make it"
      case EISDIR: "is a folder; name a file"
      case EACCES, EPERM, EROFS: "may not be written; choose another place or change the permissions"
      default: "cannot be written (\(String(cString: strerror(code)))); check the disk"
      }
    return FileError(.file, message, at: SourcePosition(file: path))
  }
}
