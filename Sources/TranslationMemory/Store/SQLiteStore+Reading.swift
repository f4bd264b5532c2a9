package import Bitext
internal import FoundationEssentials
internal import GRDB

extension SQLiteStore {
  package func revision() throws(MemoryError) -> Revision {
    try readOnce { database in
      let statement = try database.cachedStatement(
        sql: "SELECT id, stamp, lastUnit, at, who, note FROM revision ORDER BY id DESC LIMIT 1")
      return try Row.fetchOne(statement).map { try SQLiteReading.revision($0) } ?? .none
    }
  }

  package func revision(_ number: Int64) throws(MemoryError) -> Revision? {
    if number == 0 { return Revision.none }
    return try readOnce { database in
      try Row.fetchOne(
        database, sql: "SELECT id, stamp, lastUnit, at, who, note FROM revision WHERE id = ?", arguments: [number]
      ).map { try SQLiteReading.revision($0) }
    }
  }

  package func units(_ ids: [Int64]) throws(MemoryError) -> [StoredUnit] {
    // Of a single unit one statement tells everything.
    if ids.count == 1 { return try readOnce { try SQLiteReading.units($0, ids, path: name) } }
    return try read { try SQLiteReading.units($0, ids, path: name) }
  }

  package func forEachUnit(
    _ filter: UnitFilter, after: Int64, damaged: ((Int64) throws -> Void)?, _ body: (StoredUnit) throws -> Bool
  ) throws {
    try walk { try SQLiteReading.forEachUnit($0, filter, after: after, path: name, damaged: damaged, body) }
  }

  package func count(_ filter: UnitFilter) throws(MemoryError) -> Int {
    let (condition, arguments) = SQLiteReading.condition(filter)
    return try readOnce {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM unit u WHERE true" + condition, arguments: arguments) ?? 0
    }
  }

  package func languages() throws(MemoryError) -> [String] {
    try readOnce { try String.fetchAll($0, sql: "SELECT DISTINCT base FROM language ORDER BY base") }
  }

  package func history(of unit: Int64?, limit: Int) throws(MemoryError) -> [HistoryEntry] {
    try read { database in
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT h.unit, h.action, h.before, r.id, r.stamp, r.lastUnit, r.at, r.who, r.note
          FROM history h JOIN revision r ON r.id = h.revision WHERE ?1 IS NULL OR h.unit = ?1
          ORDER BY h.id DESC LIMIT ?2
          """, arguments: [unit, limit])
      var entries = try rows.map { row in
        let before = try row.decode(Data.self, atIndex: 2)
        let action = try row.decode(String.self, atIndex: 1)
        return HistoryEntry(
          unit: try row.decode(Int64.self, atIndex: 0), action: HistoryEntry.Action(rawValue: action) ?? .edited,
          revision: try SQLiteReading.revision(row, from: 3),
          before: try before.withUnsafeBytes { try RecordCoding.decode($0) })
      }
      if let unit, entries.count < limit, let added = try Self.addition(of: unit, database) { entries.append(added) }
      return entries
    }
  }

  /// When a unit came: the first revision that had given its number.
  private static func addition(of unit: Int64, _ database: Database) throws -> HistoryEntry? {
    try Row.fetchOne(
      database,
      sql: "SELECT id, stamp, lastUnit, at, who, note FROM revision WHERE lastUnit >= ? ORDER BY id LIMIT 1",
      arguments: [unit]
    ).map { HistoryEntry(unit: unit, action: .added, revision: try SQLiteReading.revision($0), before: nil) }
  }

  package func changedUnits(after revision: Int64, upTo lastUnit: Int64) throws(MemoryError) -> [Int64] {
    try read {
      try Int64.fetchAll(
        $0, sql: "SELECT DISTINCT unit FROM history WHERE revision > ? AND unit <= ? ORDER BY unit",
        arguments: [revision, lastUnit])
    }
  }

  package func forEachText(
    _ language: LanguageTag, units: ClosedRange<Int64>, _ body: (StoredText) throws -> Void
  ) throws {
    try walk { database in
      var reading = try TextReading(database, language, units)
      try reading.run(body)
    }
  }

  package func statistics() throws(MemoryError) -> StoreStatistics {
    try read { database in
      func counts(_ sql: String) throws -> [StoreStatistics.Count] {
        try Row.fetchAll(database, sql: sql).map {
          StoreStatistics.Count(
            name: try $0.decode(String.self, atIndex: 0), units: try $0.decode(Int.self, atIndex: 1))
        }
      }
      func number(_ sql: String) throws -> Int { try Int.fetchOne(database, sql: sql) ?? 0 }
      let languages = try Row.fetchAll(
        database,
        sql: """
          SELECT l.tag, count(*), sum(v.characters) FROM variant v JOIN language l ON l.id = v.language
          GROUP BY l.id ORDER BY 2 DESC, 1
          """
      ).map {
        StoreStatistics.Language(
          tag: try $0.decode(String.self, atIndex: 0), variants: try $0.decode(Int.self, atIndex: 1),
          characters: try $0.decode(Int.self, atIndex: 2))
      }
      return StoreStatistics(
        units: try number("SELECT count(*) FROM unit"),
        languages: languages,
        origins: try counts(
          "SELECT o.name, count(*) FROM unit u JOIN origin o ON o.id = u.origin GROUP BY o.id ORDER BY 2 DESC, 1"),
        tags: try counts(
          "SELECT t.name, count(*) FROM unitTag ut JOIN tag t ON t.id = ut.tag GROUP BY t.id ORDER BY 2 DESC, 1"),
        months: try counts(
          """
          SELECT strftime('%Y-%m', coalesce(changed, created), 'unixepoch') AS month, count(*) FROM unit
          WHERE coalesce(changed, created) BETWEEN \(TimeStamp.seconds.lowerBound) AND \(TimeStamp.seconds.upperBound)
          GROUP BY month ORDER BY month
          """),
        reviewed: try number("SELECT count(*) FROM unit WHERE reviewed"),
        changes: try number("SELECT count(*) FROM history"),
        bytes: (Self.fileSize(name) ?? 0) + (Self.fileSize(name + "-wal") ?? 0))
    }
  }

  package func damagedUnits(progress: ((Int) -> Void)? = nil) throws(MemoryError) -> [Int64] {
    var damaged: [Int64] = []
    var count = 0
    let note: (Int64) -> Void = { damaged.append($0) }
    do {
      try forEachUnit(UnitFilter(), after: 0, damaged: note) { _ in
        count += 1
        if count % 10_000 == 0 { progress?(count) }
        return true
      }
    } catch { throw MemoryError(error, path: name) }
    return damaged
  }

  package func verify(progress: ((Int) -> Void)? = nil) throws(MemoryError) {
    do { try walk { try verify($0, progress) } } catch { throw MemoryError(error, path: name) }
  }

  private func verify(_ database: Database, _ progress: ((Int) -> Void)?) throws {
    let faults = try String.fetchAll(database, sql: "PRAGMA integrity_check(1)")
    if let fault = faults.first, fault != "ok" { throw MemoryError.damaged(path: name, what: fault) }
    if let row = try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") {
      throw MemoryError.damaged(
        path: name, what: "a row of '\(try row.decode(String.self, atIndex: 0))' points nowhere")
    }
    var scratch: [UInt8] = []
    let rows = try Row.fetchCursor(database, sql: "SELECT id, digest FROM unit ORDER BY id")
    var count = 0
    while let row = try rows.next() {
      let id = try row.decode(Int64.self, atIndex: 0)
      let digest = try row.decode(Int64.self, atIndex: 1)
      let units = try SQLiteReading.units(database, [id], path: name)
      guard let unit = units.first, UnitDigest.of(unit.record, scratch: &scratch) == digest else {
        throw MemoryError.damaged(path: name, what: "unit \(id) is not what was written")
      }
      count += 1
      if count % 10_000 == 0 { progress?(count) }
    }
  }
}
