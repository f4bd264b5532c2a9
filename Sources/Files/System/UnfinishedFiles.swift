internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Files that are being written beside their places: removed if the process is told to end.
///
/// SAFETY: a handler of signals may only read memory that is there and make system calls. The table has a fixed size, is
/// made before the handler is set, and never moves; a path in it is never freed, only forgotten, so that a handler that
/// runs at that moment still reads its bytes. Programs write a handful of files.
enum UnfinishedFiles {
  private static let size = 64
  private nonisolated(unsafe) static let table = {
    let table = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: size)
    table.initialize(repeating: nil, count: size)
    return table
  }()
  private static let turn = Mutex(())

  /// Remembers a file; beyond the size of the table nothing is.
  static func add(_ path: String) {
    turn.withLock { _ in
      if let slot = (0..<size).first(where: { table[$0] == nil }) { table[slot] = strdup(path) }
    }
  }

  static func forget(_ path: String) {
    turn.withLock { _ in
      for slot in 0..<size where table[slot].map({ strcmp($0, path) == 0 }) == true { table[slot] = nil }
    }
  }

  /// On SIGTERM, SIGINT and SIGHUP, unless the caller has them ignored.
  static func removeWhenEnded() {
    _ = table[0]
    for number in [SIGTERM, SIGINT, SIGHUP] {
      let before = signal(number) { number in
        for slot in 0..<UnfinishedFiles.size {
          if let path = UnfinishedFiles.table[slot] { unlink(path) }
        }
        signal(number, SIG_DFL)
        raise(number)
      }
      // What was ignored, as under nohup, stays so.
      if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { signal(number, SIG_IGN) }
    }
  }
}
