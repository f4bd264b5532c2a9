internal import Bitext
internal import FoundationEssentials
internal import GRDB

/// Rows of the SQLite store into values.
enum SQLiteReading {
  private static let columns = """
    SELECT u.id, u.revision, u.line, u.created, u.changed, u.creator, u.changer, u.licence, u.reviewed, u.body,
      o.name, c.language IS NOT NULL, c.previous, c.next, l.tag, 
      (SELECT group_concat(t.name, char(31)) FROM unitTag ut JOIN tag t ON t.id = ut.tag WHERE ut.unit = u.id)
    FROM unit u LEFT JOIN origin o ON o.id = u.origin LEFT JOIN context c ON c.unit = u.id
      LEFT JOIN language l ON l.id = c.language
    """

  /// Units in the order of `ids`; those that are not there are left out.
  static func units(_ database: Database, _ ids: [Int64], path: String) throws -> [StoredUnit] {
    let statement = try database.cachedStatement(sql: columns + " WHERE u.id = ?")
    var units: [StoredUnit] = []
    for id in ids {
      statement.setUncheckedArguments([id])
      let rows = try Row.fetchCursor(statement)
      if let row = try rows.next() { units.append(try unit(row, path: path)) }
    }
    return units
  }

  static func forEachUnit(
    _ database: Database, _ filter: UnitFilter, after: Int64, path: String, _ body: (StoredUnit) throws -> Bool
  ) throws {
    let (condition, arguments) = condition(filter)
    let rows = try Row.fetchCursor(
      database, sql: columns + " WHERE u.id > ?" + condition + " ORDER BY u.id", arguments: [after] + arguments)
    while let row = try rows.next() {
      guard try body(unit(row, path: path)) else { return }
    }
  }

  /// What a filter adds to a WHERE clause, beginning with AND.
  static func condition(_ filter: UnitFilter) -> (String, StatementArguments) {
    var sql = ""
    var arguments = StatementArguments()
    for language in filter.languages {
      let isWhole = language.folded == language.language
      sql += """
         AND EXISTS (SELECT 1 FROM variant v JOIN language l ON l.id = v.language WHERE v.unit = u.id AND
        \(isWhole ? "l.base" : "lower(l.tag)") = ?)
        """
      arguments += [language.folded]
    }
    if let since = filter.since {
      sql += " AND coalesce(u.changed, u.created) >= ?"
      arguments += [Int64(since.timeIntervalSince1970.rounded(.up))]
    }
    if let until = filter.until {
      sql += " AND coalesce(u.changed, u.created) < ?"
      arguments += [Int64(until.timeIntervalSince1970.rounded(.up))]
    }
    if !filter.origins.isEmpty {
      sql += " AND u.origin IN (SELECT id FROM origin WHERE name IN (\(marks(filter.origins.count))))"
      arguments += StatementArguments(filter.origins)
    }
    if !filter.tags.isEmpty {
      sql += """
         AND EXISTS (SELECT 1 FROM unitTag ut JOIN tag t ON t.id = ut.tag WHERE ut.unit = u.id AND t.name IN
        (\(marks(filter.tags.count))))
        """
      arguments += StatementArguments(filter.tags)
    }
    if let isReviewed = filter.isReviewed {
      sql += " AND u.reviewed = ?"
      arguments += [isReviewed ? 1 : 0]
    }
    return (sql, arguments)
  }

  private static func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }

  private static func unit(_ row: Row, path: String) throws -> StoredUnit {
    let id: Int64 = row[0]
    let unit: TranslationUnit = try row.withUnsafeData(atIndex: 9) { data in
      do {
        return try (data ?? Data()).withUnsafeBytes { try UnitCoding.decode($0) { _ in nil } }
      } catch {
        throw MemoryError.damaged(path: path, what: "unit \(id) cannot be read")
      }
    }
    var record = UnitRecord(unit)
    record.origin = (row[10] as String?).map { UnitOrigin(name: $0, line: row[2]) }
    if row[11] as Bool, let language = (row[14] as String?).flatMap(LanguageTag.init) {
      record.context = DocumentContext(language: language, previous: row[12], next: row[13])
    }
    record.created = (row[3] as Int64?).map { Date(timeIntervalSince1970: Double($0)) }
    record.changed = (row[4] as Int64?).map { Date(timeIntervalSince1970: Double($0)) }
    record.creator = row[5]
    record.changer = row[6]
    record.licence = row[7]
    record.isReviewed = row[8]
    record.tags = (row[15] as String?)?.split(separator: "\u{1F}").map(String.init).sorted() ?? []
    return StoredUnit(id: id, record: record, revision: row[1])
  }

  static func revision(_ row: Row, from column: Int = 0) -> Revision {
    Revision(
      number: row[column], stamp: row[column + 1], lastUnit: row[column + 2],
      date: Date(timeIntervalSince1970: Double(row[column + 3] as Int64)), who: row[column + 4],
      note: row[column + 5])
  }
}
