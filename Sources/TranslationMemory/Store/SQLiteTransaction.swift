internal import Bitext
internal import FoundationEssentials
internal import GRDB

/// One writing transaction of the SQLite store. Statements are prepared once and reused.
final class SQLiteTransaction: StoreTransaction {
  private let database: Database
  private let note: String
  private let who: String?
  private let path: String
  private let now = TimeStamp(Date().timeIntervalSince1970).seconds
  private var revision: Int64
  private var lastUnit: Int64
  private var isRevisionWritten = false
  /// Units added, replaced and deleted.
  private(set) var changes = 0
  private var languages: [String: Int64] = [:]
  private var origins: [String: Int64] = [:]
  private var tags: [String: Int64] = [:]
  private var keys = MatchKeys()
  /// The unit at hand as bytes.
  private var bytes: [UInt8] = []
  private let insertUnit: Statement
  private let insertVariant: Statement
  private let selectDigest: Statement

  init(_ database: Database, note: String, who: String?, path: String) throws {
    self.database = database
    self.note = note
    self.who = who
    self.path = path
    let last = try Row.fetchOne(database, sql: "SELECT id, lastUnit FROM revision ORDER BY id DESC LIMIT 1")
    revision = (last?[0] ?? 0) + 1
    lastUnit = last?[1] ?? 0
    insertUnit = try database.cachedStatement(sql: "INSERT INTO unit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    insertVariant = try database.cachedStatement(sql: "INSERT INTO variant VALUES (?, ?, ?, ?, ?)")
    selectDigest = try database.cachedStatement(sql: "SELECT id FROM unit WHERE digest = ?")
  }

  /// Completes the revision, if anything was changed.
  func finish() throws {
    guard isRevisionWritten else { return }
    try database.execute(
      sql: "UPDATE revision SET lastUnit = ? WHERE id = ?", arguments: [lastUnit, revision])
  }

  func add(_ record: UnitRecord) throws(MemoryError) -> Int64? {
    try typed {
      let (digest, body) = encoded(record)
      if try isThere(record, digest) { return nil }
      try writeRevision()
      lastUnit += 1
      changes += 1
      try insert(record, id: lastUnit, digest, body)
      return lastUnit
    }
  }

  func replace(_ id: Int64, with record: UnitRecord) throws(MemoryError) {
    try typed {
      let before = try existing(id)
      if before == record { return }
      try writeRevision()
      try remember(id, "edited", before)
      try database.execute(sql: "DELETE FROM unit WHERE id = ?", arguments: [id])
      let (digest, body) = encoded(record)
      try insert(record, id: id, digest, body)
    }
  }

  func delete(_ id: Int64) throws(MemoryError) {
    try typed {
      let before: UnitRecord
      do { before = try existing(id) } catch MemoryError.damaged {
        before = UnitRecord(TranslationUnit(remarks: [.note("the unit was damaged")], variants: []))
      }
      try writeRevision()
      try remember(id, "deleted", before)
      try database.execute(sql: "DELETE FROM unit WHERE id = ?", arguments: [id])
    }
  }

  private func typed<Result>(_ body: () throws -> Result) throws(MemoryError) -> Result {
    do { return try body() } catch { throw MemoryError(error, path: path) }
  }

  private func existing(_ id: Int64) throws -> UnitRecord {
    guard let unit = try SQLiteReading.units(database, [id], path: path).first else {
      throw MemoryError.unknownUnit(id)
    }
    return unit.record
  }

  private func writeRevision() throws {
    if isRevisionWritten { return }
    isRevisionWritten = true
    try database.execute(
      sql: "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [revision, Int64.random(in: .min ... .max), lastUnit, now, who, note])
  }

  private func remember(_ id: Int64, _ action: String, _ before: UnitRecord) throws {
    changes += 1
    var bytes: [UInt8] = []
    RecordCoding.encode(before, into: &bytes)
    try database.execute(
      sql: "INSERT INTO history (unit, revision, action, before) VALUES (?, ?, ?, ?)",
      arguments: [id, revision, action, Data(bytes)])
  }

  private func encoded(_ record: UnitRecord) -> (digest: Int64, body: Data) {
    bytes.removeAll(keepingCapacity: true)
    UnitCoding.encode(record.unit, into: &bytes)
    let body = Data(bytes)
    return (UnitDigest.of(context: record.context, scratch: &bytes), body)
  }

  /// Whether the same unit is there: found by digest, confirmed by comparing.
  private func isThere(_ record: UnitRecord, _ digest: Int64) throws -> Bool {
    selectDigest.setUncheckedArguments([digest])
    let candidates = try Int64.fetchAll(selectDigest)
    if candidates.isEmpty { return false }
    return try SQLiteReading.units(database, candidates, path: path).contains {
      $0.record.unit == record.unit && $0.record.context == record.context
    }
  }

  private func insert(_ record: UnitRecord, id: Int64, _ digest: Int64, _ body: Data) throws {
    let origin = try record.origin.map { try self.id($0.name, in: "origin", &origins) }
    insertUnit.setUncheckedArguments([
      id, digest, revision, origin, record.origin?.line ?? 0, record.created.map(seconds),
      record.changed.map(seconds), record.creator, record.changer, record.licence, record.isReviewed ? 1 : 0,
      body,
    ])
    try insertUnit.execute()
    for (ordinal, variant) in record.unit.variants.enumerated() {
      let text: String
      if case .text(let plain)? = variant.content.first, variant.content.count == 1 {
        text = plain
      } else {
        text = variant.plainText
      }
      insertVariant.setUncheckedArguments([
        id, ordinal, try language(variant.language), Int64(bitPattern: keys.key(of: text)),
        text.unicodeScalars.count,
      ])
      try insertVariant.execute()
    }
    if let context = record.context {
      try database.cachedStatement(sql: "INSERT INTO context VALUES (?, ?, ?, ?)").execute(arguments: [
        id, try language(context.language.description), context.previous, context.next,
      ])
    }
    for tag in record.tags {
      try database.cachedStatement(sql: "INSERT INTO unitTag VALUES (?, ?)")
        .execute(arguments: [id, try self.id(tag, in: "tag", &tags)])
    }
  }

  private func seconds(_ date: Date) -> Int64 { TimeStamp(date.timeIntervalSince1970).seconds }

  private func language(_ tag: String) throws -> Int64 {
    if let id = languages[tag] { return id }
    try database.execute(
      sql: "INSERT OR IGNORE INTO language (tag, base) VALUES (?, ?)", arguments: [tag, LanguageBase.of(tag)])
    let id = try Int64.fetchOne(database, sql: "SELECT id FROM language WHERE tag = ?", arguments: [tag])
    languages[tag] = id
    return id ?? 0
  }

  private func id(_ name: String, in table: String, _ known: inout [String: Int64]) throws -> Int64 {
    if let id = known[name] { return id }
    try database.execute(sql: "INSERT OR IGNORE INTO \(table) (name) VALUES (?)", arguments: [name])
    let id = try Int64.fetchOne(database, sql: "SELECT id FROM \(table) WHERE name = ?", arguments: [name])
    known[name] = id
    return id ?? 0
  }
}
