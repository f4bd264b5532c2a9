internal import FoundationEssentials
internal import GRDB
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A memory in one SQLite file, in write-ahead mode: readers see whole transactions and never wait for a writer.
///
/// A second process may read and write the same file; writers take turns and wait up to ten seconds for each other.
/// In a folder that may not be written, a store is opened for reading only.
package final class SQLiteStore: Store {
  package let identity: String
  /// The path of the file.
  package let name: String
  let reader: any DatabaseReader
  /// Nil where the file or its folder may not be written.
  let writer: DatabasePool?
  /// Connections that walk over many rows while the caller's code runs, kept for the next walk.
  private let walkers = Mutex<[DatabaseQueue]>([])
  /// The thread that is in a transaction.
  private let writing = Mutex<pthread_t?>(nil)

  /// Opens the store at `path`; makes one if there is no file.
  /// - Throws: `MemoryError`: `notAMemory`, `newerVersion`, `damaged`, `readOnly` (no file, and none may be made),
  ///   `cannotOpen`.
  package init(path: String) throws(MemoryError) {
    name = path
    try Self.checkHeader(path)
    do {
      if access(path, F_OK) != 0 || Self.isWritable(path) {
        let pool = try Self.openInTurn(path)
        writer = pool
        reader = pool
      } else {
        reader = try Self.openForReading(path)
        writer = nil
      }
      let hasIdentity = try reader.read {
        try String.fetchOne($0, sql: "SELECT value FROM store WHERE key = 'identity'")
      }
      guard let hasIdentity else { throw MemoryError.damaged(path: path, what: "it has no identity") }
      identity = hasIdentity
    } catch {
      throw MemoryError(error, path: path)
    }
  }

  /// Opens the file to write, and makes its tables.
  ///
  /// SQLite waits for no lock where waiting could last for ever, as when two processes turn a new file to write-ahead
  /// mode at once: then it is tried again, as long as any writer is waited for.
  private static func openInTurn(_ path: String) throws -> DatabasePool {
    var left = 400
    while true {
      do {
        if access(path, F_OK) != 0 { try make(path) }
        try lookAtTables(path)
        let pool = try DatabasePool(path: path, configuration: configuration)
        try migrate(pool, path: path)
        // In write-ahead mode GRDB lowers this to NORMAL, which may lose the last transactions when the power fails.
        try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
        return pool
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && left > 0 {
        left -= 1
        usleep(25_000)
      }
    }
  }

  /// Makes a store beside its place and puts it there whole: a file of no bytes is never one of ours that a process left
  /// which died.
  private static func make(_ path: String) throws {
    let beside = "\(path).\(getpid())-\(UInt32.random(in: 0 ... .max)).part"
    defer { for file in [beside, beside + "-journal"] { unlink(file) } }
    var configuration = Configuration()
    configuration.label = "memory"
    do {
      let queue = try DatabaseQueue(path: beside, configuration: configuration)
      try SQLiteSchema.migrator.migrate(queue)
      try queue.close()
    } catch let error as DatabaseError {
      throw MemoryError(error, path: path)
    }
    // Another process may have been first: then its store is taken. Some file systems know no links.
    guard link(beside, path) != 0, errno != EEXIST, access(path, F_OK) != 0 else { return }
    if rename(beside, path) != 0 { throw MemoryError.cannotOpen(path: path, why: String(cString: strerror(errno))) }
  }

  /// Refuses a database of another program before anything is written to it: to open it in write-ahead mode would change
  /// it. Ours bears its mark in the file's head, unless its first transaction is still in the journal.
  private static func lookAtTables(_ path: String) throws {
    guard let head = try head(of: path, count: 72), head.count == 72 else { return }
    let mark = head[68...].reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
    if mark == UInt32(bitPattern: SQLiteSchema.applicationID) { return }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(10)
    try DatabaseQueue(path: path, configuration: configuration).read { database in
      if try hasTables(database) { try checkVersion(database, mayMigrate: true, path: path) }
    }
  }

  /// Whether there is more than the list of migrations, which alone is what a process leaves that died while it made the
  /// store.
  private static func hasTables(_ database: Database) throws -> Bool {
    let count = try Int.fetchOne(
      database, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'")
    return (count ?? 0) > 0
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.maximumReaderCount = 16
    configuration.label = "memory"
    configuration.prepareDatabase { database in
      // Up to 32 MB of pages a connection: the index over digests is written in random order.
      try database.execute(sql: "PRAGMA cache_size = -32768; PRAGMA journal_size_limit = 67108864")
    }
    return configuration
  }

  /// A file and its folder that may not be written: read as it lies there, if no writer's journal is beside it.
  /// - Parameter isShared: whether others may be writing.
  private static func openForReading(_ path: String, isShared: Bool = false) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(10)
    configuration.label = "memory"
    let escaped = path.replacing("%", with: "%25").replacing("?", with: "%3f").replacing("#", with: "%23")
    let journal = fileSize(path + "-wal") ?? 0
    let place = "file:\(escaped)?" + (journal == 0 && !isShared ? "immutable=1" : "mode=ro")
    let queue = try DatabaseQueue(path: place, configuration: configuration)
    try queue.read { try checkVersion($0, mayMigrate: false, path: path) }
    return queue
  }

  private static func migrate(_ pool: DatabasePool, path: String) throws {
    try pool.read { database in
      if try hasTables(database) { try checkVersion(database, mayMigrate: true, path: path) }
    }
    do {
      try SQLiteSchema.migrator.migrate(pool)
    } catch {
      // Another process that opened the new file at the same moment may have made the tables: then there is nothing
      // left to do the second time.
      try SQLiteSchema.migrator.migrate(pool)
    }
  }

  private static func checkVersion(_ database: Database, mayMigrate: Bool, path: String) throws {
    let application = try Int32.fetchOne(database, sql: "PRAGMA application_id")
    guard application == SQLiteSchema.applicationID else { throw MemoryError.notAMemory(path: path) }
    if try SQLiteSchema.migrator.hasBeenSuperseded(database) {
      let known = SQLiteSchema.migrator.migrations
      let unknown = try SQLiteSchema.migrator.appliedIdentifiers(database).filter { !known.contains($0) }
      throw MemoryError.newerVersion(path: path, change: unknown.sorted().joined(separator: "', '"))
    }
    guard try mayMigrate || SQLiteSchema.migrator.hasCompletedMigrations(database) else {
      throw MemoryError.readOnly(path: path)
    }
  }

  /// SQLite makes a database of any empty file and may answer oddly on others; this looks first.
  private static func checkHeader(_ path: String) throws(MemoryError) {
    guard let start = try head(of: path, count: 16) else {
      if access(path, F_OK) == 0 { throw .notAMemory(path: path) }
      return
    }
    guard start == Array("SQLite format 3\0".utf8) else { throw .notAMemory(path: path) }
  }

  /// The first bytes of a file, as many as there are; nil if it is missing or empty.
  private static func head(of path: String, count: Int) throws(MemoryError) -> [UInt8]? {
    var status = stat()
    // To open a pipe would wait for its writer.
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG { throw .notAMemory(path: path) }
    guard let size = fileSize(path), size > 0 else { return nil }
    guard let file = fopen(path, "rb") else {
      throw .cannotOpen(path: path, why: String(cString: strerror(errno)))
    }
    defer { fclose(file) }
    var start = [UInt8](repeating: 0, count: count)
    let read = fread(&start, 1, count, file)
    return Array(start.prefix(read))
  }

  static func fileSize(_ path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  private static func isWritable(_ path: String) -> Bool {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    return access(path, W_OK) == 0 && access(folder, W_OK) == 0
  }

  /// Runs `body`, one single statement, which needs no transaction around it.
  func readOnce<Result>(_ body: (Database) throws -> Result) throws(MemoryError) -> Result {
    do { return try reader.unsafeRead(body) } catch { throw MemoryError(error, path: name) }
  }

  /// Runs `body` in a read transaction.
  func read<Result>(_ body: (Database) throws -> Result) throws(MemoryError) -> Result {
    do { return try reader.read(body) } catch { throw MemoryError(error, path: name) }
  }

  /// Runs `body`, which may call code of the caller's, in a read transaction of a connection of its own.
  ///
  /// The caller's code may then use this store as it likes: read it, walk over it again, write to it. What it walks over
  /// stays what it was when the walk began.
  func walk<Result>(_ body: (Database) throws -> Result) throws -> Result {
    do {
      let walker = try walkers.withLock { $0.popLast() } ?? Self.openForReading(name, isShared: writer != nil)
      defer { walkers.withLock { if $0.count < 4 { $0.append(walker) } } }
      return try walker.read(body)
    } catch let error as DatabaseError {
      throw MemoryError(error, path: name)
    }
  }

  package func write<Result>(
    _ note: String, by who: String? = nil, _ body: (any StoreTransaction) throws -> Result
  ) throws -> Result {
    guard let writer else { throw MemoryError.readOnly(path: name) }
    let thread = pthread_self()
    if writing.withLock({ $0.map { pthread_equal($0, thread) != 0 } ?? false }) {
      throw MemoryError.refused(path: name, why: "a transaction within a transaction; end the first one")
    }
    do {
      var isLarge = false
      // The pages of a large transaction are not needed again: an index is built next.
      defer { if isLarge { writer.releaseMemory() } }
      return try writer.write { database in
        writing.withLock { $0 = pthread_self() }
        defer { writing.withLock { $0 = nil } }
        let transaction = try SQLiteTransaction(database, note: note, who: who, path: name)
        let result = try body(transaction)
        try transaction.finish()
        isLarge = transaction.changes > 10_000
        return result
      }
    } catch let error as DatabaseError {
      throw MemoryError(error, path: name)
    }
  }

  package func backUp(to path: String, progress: ((Double) -> Void)? = nil) throws(MemoryError) {
    if access(path, F_OK) == 0 { throw .refused(path: path, why: "exists already; a backup replaces nothing") }
    let beside = "\(path).\(getpid()).part"
    defer { unlink(beside) }
    do {
      let copy = try DatabaseQueue(path: beside)
      try reader.backup(to: copy, pagesPerStep: 4_096) { step in
        progress?(step.totalPageCount == 0 ? 1 : Double(step.completedPageCount) / Double(step.totalPageCount))
      }
      try copy.close()
    } catch {
      throw MemoryError(error, path: path)
    }
    guard rename(beside, path) == 0 else { throw .cannotOpen(path: path, why: String(cString: strerror(errno))) }
  }
}

extension MemoryError {
  /// What an error of the database means here; a `MemoryError` stays itself.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as MemoryError: self = error
    case is UnitCoding.Damaged, is Migration0002.Damaged: self = .damaged(path: path, what: "a record cannot be read")
    case let error as DatabaseError:
      let why = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
      self =
        switch error.resultCode {
        // A file size limit, a quota or a broken disk: SQLite does not say which.
        case .SQLITE_IOERR where Self.failedWrites.contains(error.extendedResultCode): .diskFull(path: path)
        case .SQLITE_FULL: .diskFull(path: path)
        case .SQLITE_READONLY, .SQLITE_PERM: .readOnly(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
        case .SQLITE_CORRUPT: .damaged(path: path, what: why)
        case .SQLITE_NOTADB: .notAMemory(path: path)
        case .SQLITE_CANTOPEN: .cannotOpen(path: path, why: why)
        default: .refused(path: path, why: "\(why) (SQLite \(error.extendedResultCode.rawValue))")
        }
    default: self = .refused(path: path, why: String(describing: error))
    }
  }

  private static let failedWrites: [ResultCode] = [
    .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_DIR_FSYNC, .SQLITE_IOERR_TRUNCATE, .SQLITE_IOERR_SHMSIZE,
  ]
}
