internal import Bitext
internal import FoundationEssentials
internal import GRDB

/// Rows of the SQLite store into values.
enum SQLiteReading {
  private static let columns = """
    SELECT u.id, u.revision, u.line, u.created, u.changed, u.creator, u.changer, u.licence, u.reviewed, u.body,
      o.name, c.language IS NOT NULL, c.previous, c.next, l.tag,
      (SELECT group_concat(t.name, char(31)) FROM unitTag ut JOIN tag t ON t.id = ut.tag WHERE ut.unit = u.id),
      u.digest
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
    _ database: Database, _ filter: UnitFilter, after: Int64, path: String, damaged: ((Int64) throws -> Void)?,
    _ body: (StoredUnit) throws -> Bool
  ) throws {
    let (condition, arguments) = condition(filter)
    let rows = try Row.fetchCursor(
      database, sql: columns + " WHERE u.id > ?" + condition + " ORDER BY u.id", arguments: [after] + arguments)
    while let row = try rows.next() {
      let unit: StoredUnit
      do { unit = try Self.unit(row, path: path) } catch {
        guard let damaged, let id = try? row.decode(Int64.self, atIndex: 0) else { throw error }
        try damaged(id)
        continue
      }
      guard try body(unit) else { return }
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

  /// The record of a row. Whatever the row holds: a value of another type, too, is damage.
  private static func unit(_ row: Row, path: String) throws -> StoredUnit {
    let id = try row.decode(Int64.self, atIndex: 0)
    do {
      return try unit(row, id)
    } catch {
      throw MemoryError.damaged(path: path, what: "unit \(id) cannot be read")
    }
  }

  private static func unit(_ row: Row, _ id: Int64) throws -> StoredUnit {
    func text(_ column: Int) throws -> String? { try row.decode(String?.self, atIndex: column) }
    var context: DocumentContext?
    if try row.decode(Bool.self, atIndex: 11), let language = try text(14).flatMap(LanguageTag.init) {
      context = DocumentContext(language: language, previous: try text(12), next: try text(13))
    }
    let digest = try row.decode(Int64.self, atIndex: 16)
    // The only column that is a blob; the bytes of a text would be decoded all the same, and refused.
    let unit: TranslationUnit = try row.withUnsafeData(atIndex: 9) { data in
      try (data ?? Data()).withUnsafeBytes { bytes in
        guard UnitDigest.of(body: bytes, context: context) == digest else { throw UnitCoding.Damaged() }
        return try UnitCoding.decode(bytes) { _ in nil }
      }
    }
    var record = UnitRecord(unit)
    record.origin = try text(10).map { UnitOrigin(name: $0, line: try row.decode(Int.self, atIndex: 2)) }
    record.context = context
    record.created = try row.decode(Int64?.self, atIndex: 3).map(date)
    record.changed = try row.decode(Int64?.self, atIndex: 4).map(date)
    record.creator = try text(5)
    record.changer = try text(6)
    record.licence = try text(7)
    record.isReviewed = try row.decode(Bool.self, atIndex: 8)
    record.tags = try text(15)?.split(separator: "\u{1F}").map(String.init).sorted() ?? []
    return StoredUnit(id: id, record: record, revision: try row.decode(Int64.self, atIndex: 1))
  }

  /// A time by its seconds since 1970; one that no calendar of four digits holds is taken for the first or last that does.
  static func date(_ seconds: Int64) -> Date {
    Date(timeIntervalSince1970: Double(min(max(seconds, TimeStamp.seconds.lowerBound), TimeStamp.seconds.upperBound)))
  }

  static func revision(_ row: Row, from column: Int = 0) throws -> Revision {
    Revision(
      number: try row.decode(Int64.self, atIndex: column), stamp: try row.decode(Int64.self, atIndex: column + 1),
      lastUnit: try row.decode(Int64.self, atIndex: column + 2),
      date: date(try row.decode(Int64.self, atIndex: column + 3)),
      who: try row.decode(String?.self, atIndex: column + 4),
      note: try row.decode(String.self, atIndex: column + 5))
  }
}
