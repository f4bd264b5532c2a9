#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The calls of the C library that files need: failures are thrown, interrupted calls are made again.
///
/// Nothing else in this room imports the C library. `OpenFile`, `FileStatus` and `MappedFile` are what others use.
enum CLibrary {
  enum Mode {
    /// An existing file, to be read.
    case reading
    /// An existing file or device, to be written.
    case writing
    /// To be written, made if it is missing; a symbolic link is refused.
    case makingIfMissing
    /// To be written; a file of that name must not exist.
    case makingNew
    /// To be written from its start; what was in it is lost.
    case emptying
  }

  // MARK: Descriptors

  static let standardInput: Int32 = STDIN_FILENO
  static let standardOutput: Int32 = STDOUT_FILENO

  static func open(_ path: String, _ mode: Mode) throws(SystemError) -> Int32 {
    let flags: Int32 =
      switch mode {
      case .reading: O_RDONLY
      case .writing: O_WRONLY
      case .makingIfMissing: O_WRONLY | O_CREAT | O_NOFOLLOW
      case .makingNew: O_WRONLY | O_CREAT | O_EXCL
      case .emptying: O_WRONLY | O_CREAT | O_TRUNC
      }
    let descriptor = openDescriptor(path, flags | O_CLOEXEC)
    if descriptor < 0 { throw SystemError(code: errno) }
    return descriptor
  }

  static func close(_ descriptor: Int32) { closeDescriptor(descriptor) }

  /// The number of bytes that were read into `buffer`; 0 at the end.
  static func read(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    while true {
      let count = readBytes(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      if errno != EINTR { throw SystemError(code: errno) }
    }
  }

  /// Writes every byte, however often the system takes only some; at `offset` in the file if one is given.
  static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, at offset: Int? = nil) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let start = bytes.baseAddress.map { $0 + done }
      let count =
        if let offset {
          pwrite(descriptor, start, bytes.count - done, off_t(offset + done))
        } else {
          writeBytes(descriptor, start, bytes.count - done)
        }
      if count > 0 {
        done += count
      } else if count == 0 {
        throw SystemError(code: EIO)
      } else if errno != EINTR {
        throw SystemError(code: errno)
      }
    }
  }

  static func truncate(_ descriptor: Int32, to size: Int) throws(SystemError) {
    if ftruncate(descriptor, off_t(size)) != 0 { throw SystemError(code: errno) }
  }

  /// Waits until what was written is on the disk.
  static func synchronize(_ descriptor: Int32) throws(SystemError) {
    if fsync(descriptor) != 0 { throw SystemError(code: errno) }
  }

  /// Locks the file for this process alone, without waiting; false if another has it.
  static func lock(_ descriptor: Int32) -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }

  static func setPermissions(_ bits: UInt32, of descriptor: Int32) { _ = fchmod(descriptor, mode_t(bits)) }

  // MARK: Paths

  static func status(of descriptor: Int32) throws(SystemError) -> FileStatus {
    var found = stat()
    if fstat(descriptor, &found) != 0 { throw SystemError(code: errno) }
    return FileStatus(found)
  }

  static func status(of path: String, followsLinks: Bool) throws(SystemError) -> FileStatus {
    var found = stat()
    let result = followsLinks ? stat(path, &found) : lstat(path, &found)
    if result != 0 { throw SystemError(code: errno) }
    return FileStatus(found)
  }

  static func checkWritable(_ path: String) throws(SystemError) {
    if access(path, W_OK) != 0 { throw SystemError(code: errno) }
  }

  static func rename(_ old: String, to new: String) throws(SystemError) {
    if renameFile(old, new) != 0 { throw SystemError(code: errno) }
  }

  static func remove(_ path: String) { unlink(path) }

  /// The file behind symbolic links; nil if there is none.
  static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The descriptor that a path names as the shell's redirections are named: "/dev/stdout", "/dev/fd/3".
  static func namedDescriptor(_ path: String) -> Int32? {
    switch path {
    case "/dev/stdout": return STDOUT_FILENO
    case "/dev/stderr": return STDERR_FILENO
    default:
      for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
        return Int32(path.dropFirst(folder.utf8.count))
      }
      return nil
    }
  }

  /// Another descriptor of the same open file, with the same place in it.
  static func duplicate(_ descriptor: Int32) throws(SystemError) -> Int32 {
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
    if copy < 0 { throw SystemError(code: errno) }
    return copy
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  static var user: UInt32 { UInt32(geteuid()) }

  fileprivate static func isDevice(_ status: stat) -> Bool {
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFCHR || kind == S_IFBLK else { return false }
    var null = stat()
    return stat("/dev/null", &null) != 0 || null.st_rdev != status.st_rdev
  }

  // MARK: Memory

  /// The bytes of a file as memory that is read when it is looked at.
  static func map(_ descriptor: Int32, _ count: Int) throws(SystemError) -> UnsafeMutableRawPointer {
    guard let address = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, 0), address != MAP_FAILED else {
      throw SystemError(code: errno)
    }
    return address
  }

  static func unmap(_ address: UnsafeMutableRawPointer, _ count: Int) { munmap(address, count) }

  /// SAFETY: `start` must point to `count` readable bytes.
  static func find(_ byte: UInt8, _ start: UnsafeRawPointer, _ count: Int) -> UnsafeRawPointer? {
    memchr(start, Int32(byte), count).map { UnsafeRawPointer($0) }
  }

  // MARK: The process

  /// Standard input, output and messages that the caller closed are opened on nothing, the wrong way round: what is read or
  /// written there then fails, and no file that is opened next gets their numbers.
  static func holdStandardStreams() {
    for (descriptor, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
    where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest number that is free, which is this one.
      _ = openDescriptor("/dev/null", mode)
    }
  }

  /// Writes past a limit of the file's size, and to readers that went away, are errors rather than the end.
  static func ignoreWritingSignals() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  static var processNumber: Int32 { getpid() }

  static func message(_ code: Int32) -> String { String(cString: strerror(code)) }

  static func kind(_ code: Int32) -> SystemError.Kind {
    switch code {
    case ENOENT: .missing
    case ENOTDIR: .folderMissing
    case EISDIR: .folder
    case EACCES, EPERM, EROFS: .notAllowed
    case EPIPE: .closedPipe
    default: .other
    }
  }

  static var isFolder: SystemError { SystemError(code: EISDIR) }
}

// Calls whose names the functions above hide.
private func openDescriptor(_ path: String, _ flags: Int32) -> Int32 { open(path, flags, 0o666) }
private func closeDescriptor(_ descriptor: Int32) { close(descriptor) }
private func readBytes(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
private func renameFile(_ old: String, _ new: String) -> Int32 { rename(old, new) }

extension FileStatus {
  fileprivate init(_ status: stat) {
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      default: .other
      }
    self.init(
      kind: kind, size: Int(status.st_size), permissions: UInt32(status.st_mode & 0o7777),
      identity: Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino)), owner: UInt32(status.st_uid),
      isDevice: CLibrary.isDevice(status))
  }
}
