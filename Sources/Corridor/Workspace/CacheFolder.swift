#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The folder of the cache, held open: what is done in it is done in that folder, even if its name is given to another.
struct CacheFolder: ~Copyable {
  /// Why a folder is not used.
  enum Refusal: Error, Hashable {
    /// It is not there, or cannot be opened or made: nothing is kept, and nothing need be said.
    case missing
    case isLink, isForeign, isWritableByOthers

    /// What is said to the user; nil if there is nothing to say.
    func note(_ path: String) -> String? {
      let what: String
      switch self {
      case .missing: return nil
      case .isLink: what = "is a symbolic link or no folder; name the folder itself"
      case .isForeign: what = "belongs to another user; name a folder of your own"
      case .isWritableByOthers: what = "may be written by others; run 'chmod go-w \(path)'"
      }
      return "\(path): note: not used as cache: it \(what) (CORRIDOR_CACHE=dir moves the cache)"
    }
  }

  private let descriptor: Int32

  /// - Parameter makes: whether it is made, with the folders above it, if it is missing.
  init(_ path: String, makes: Bool = false) throws(Refusal) {
    var opened = Self.opened(path)
    if opened < 0, errno == ENOENT, makes {
      Self.make(path)
      opened = Self.opened(path)
    }
    guard opened >= 0 else { throw errno == ELOOP || errno == ENOTDIR && Self.exists(path) ? .isLink : .missing }
    var status = stat()
    var refusal: Refusal?
    if fstat(opened, &status) != 0 {
      refusal = .missing
    } else if status.st_uid != geteuid() {
      refusal = .isForeign
    } else if status.st_mode & (S_IWGRP | S_IWOTH) != 0 {
      refusal = .isWritableByOthers
    }
    if let refusal {
      close(opened)
      throw refusal
    }
    descriptor = opened
  }

  deinit { close(descriptor) }

  private static func opened(_ path: String) -> Int32 { open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }

  /// Whether there is anything under the name itself.
  private static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func make(_ path: String) {
    var place = path.startIndex
    while let slash = path[place...].dropFirst().firstIndex(of: "/") {
      mkdir(String(path[..<slash]), 0o700)
      place = slash
    }
    mkdir(path, 0o700)
  }

  /// A file of the folder; nil if it is missing or no regular file.
  func file(_ name: String) -> RegularFile? { RegularFile(name, in: descriptor, mayBeLink: false) }

  /// Writes a file under another name, brings it to the disk, and only then gives it its name: readers see the old file
  /// or the new one, whole.
  /// - Returns: whether it could be written.
  @discardableResult
  func replace(_ name: String, with pieces: [UnsafeRawBufferPointer]) -> Bool {
    let part = ".\(name).\(getpid())-\(UInt32.random(in: 0 ... .max))\(Self.partEnding)"
    let file = openat(descriptor, part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { return false }
    var isWhole = true
    for piece in pieces where isWhole { isWhole = Self.put(piece, into: file) }
    isWhole = isWhole && fsync(file) == 0
    isWhole = close(file) == 0 && isWhole
    guard isWhole, renameat(descriptor, part, descriptor, name) == 0 else {
      unlinkat(descriptor, part, 0)
      return false
    }
    return true
  }

  private static func put(_ bytes: UnsafeRawBufferPointer, into file: Int32) -> Bool {
    var rest = bytes
    while let start = rest.baseAddress, rest.count > 0 {
      let count = write(file, start, rest.count)
      if count < 0 {
        guard errno == EINTR else { return false }
        continue
      }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    return true
  }

  static let partEnding = ".part"

  func remove(_ name: String) { unlinkat(descriptor, name, 0) }

  /// A regular file of the folder, as it is listed.
  struct Entry: Hashable {
    let name: String
    /// Bytes.
    let size: Int
    /// Seconds since 1970.
    let used: Int
  }

  /// Every regular file, in no order.
  func entries() -> [Entry] {
    // A descriptor of its own: the list's place in the folder is shared with copies of a descriptor.
    let own = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard own >= 0, let list = fdopendir(own) else { return [] }
    defer { closedir(list) }
    var entries: [Entry] = []
    while let entry = readdir(list) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      var status = stat()
      guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFREG else {
        continue
      }
      #if canImport(Darwin)
        let used = status.st_mtimespec.tv_sec
      #else
        let used = status.st_mtim.tv_sec
      #endif
      entries.append(Entry(name: name, size: Int(status.st_size), used: used))
    }
    return entries
  }
}
