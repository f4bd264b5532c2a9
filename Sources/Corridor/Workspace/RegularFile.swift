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
      changed = status.st_mtimespec.tv_sec
    #else
      changed = status.st_mtim.tv_sec
    #endif
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
    #if canImport(Darwin)
      let flags = MAP_PRIVATE
    #else
      let flags = MAP_PRIVATE | Int32(MAP_POPULATE)
    #endif
    let place = mmap(nil, size, PROT_READ, flags, descriptor, 0)
    return place == MAP_FAILED ? nil : place
  }

  static func unmap(_ place: UnsafeMutableRawPointer, _ size: Int) { _ = munmap(place, size) }

  /// Seconds since 1970.
  static var now: Int { time(nil) }
}
