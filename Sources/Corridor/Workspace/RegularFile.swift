#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A regular file, opened to be read. Opening never waits: a pipe, a device or a folder is no regular file.
struct RegularFile: ~Copyable {
  private let descriptor: Int32
  /// In bytes, when it was opened.
  let size: Int
  /// When its content was last changed, or its time was set, in seconds since 1970.
  let changed: Int
  /// Tells the state of a large file, so that it need not be read again to know that it is the same; nil for one that is
  /// read as fast.
  ///
  /// Its number, size and times to the nanosecond. The time of the last change of status is among them, which no program
  /// can set: a file that is written in place and given its old time back has another stamp. It is nil as well if that
  /// time is less than two seconds ago, when a second change might still get the same one.
  let stamp: String?

  /// From how many bytes on a file is large.
  static let large = 8 << 20

  /// Opens a file by its path, or by its name in an open folder.
  /// - Returns: nil if it is missing, may not be read, is no regular file, or is a symbolic link that may not be followed.
  init?(_ path: String, in folder: Int32 = AT_FDCWD, mayBeLink: Bool) {
    // Looked at first: to open a pipe, even for a moment, would end its writer.
    var status = stat()
    guard fstatat(folder, path, &status, mayBeLink ? 0 : AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | (mayBeLink ? 0 : O_NOFOLLOW)
    let descriptor = openat(folder, path, flags)
    guard descriptor >= 0 else { return nil }
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    size = Int(status.st_size)
    #if canImport(Darwin)
      let (content, state) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (content, state) = (status.st_mtim, status.st_ctim)
    #endif
    changed = content.tv_sec
    let isSettled = state.tv_sec + 2 < Self.now
    stamp =
      size < Self.large || !isSettled
      ? nil
      : "\(status.st_dev) \(status.st_ino) \(size) \(content.tv_sec).\(content.tv_nsec) \(state.tv_sec).\(state.tv_nsec)"
  }

  deinit { close(descriptor) }

  /// Fills a buffer with the bytes from a place on.
  /// - Returns: how many there were; fewer than asked for at the end of the file or after an error.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
    var done = 0
    while done < buffer.count {
      let count = pread(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(offset + done))
      if count > 0 {
        done += count
      } else if count == 0 || errno != EINTR {
        break
      }
    }
    return done
  }

  /// Calls `body` with piece after piece of the whole file, each but the last one of `size` bytes.
  /// - Returns: how many bytes there were; nil if some could not be read.
  func readPieces(of size: Int, _ body: (UnsafeRawBufferPointer) -> Void) -> Int? {
    withUnsafeTemporaryAllocation(byteCount: size, alignment: 16) { buffer in
      var offset = 0
      while true {
        let count = read(into: buffer, at: offset)
        if count > 0 { body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) }
        offset += count
        if count < size { return offset >= self.size ? offset : nil }
      }
    }
  }

  /// Says that the file was used now.
  func touch() { _ = futimens(descriptor, nil) }

  /// The whole file where the system maps it; stays valid after the file is closed, replaced or removed.
  func mapped() -> UnsafeMutableRawPointer? {
    guard size > 0 else { return nil }
    var flags = MAP_PRIVATE
    #if !canImport(Darwin)
      // A small one will be read whole at once.
      if size < Self.large { flags |= Int32(MAP_POPULATE) }
    #endif
    let place = mmap(nil, size, PROT_READ, flags, descriptor, 0)
    return place == MAP_FAILED ? nil : place
  }

  static func unmap(_ place: UnsafeMutableRawPointer, _ size: Int) { _ = munmap(place, size) }

  /// Seconds since 1970.
  static var now: Int { time(nil) }
}
