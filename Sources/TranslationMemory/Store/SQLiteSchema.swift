internal import FoundationEssentials
internal import GRDB

/// The tables of the SQLite store, by numbered migrations in plain SQL. A migration that has shipped is never changed.
enum SQLiteSchema {
  /// "Crdr": tells our files from other SQLite databases.
  static let applicationID: Int32 = 0x4372_6472

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("0001 units") { try $0.execute(sql: units) }
    migrator.registerMigration("0002 texts in units") { try textsIntoUnits($0) }
    return migrator
  }()

  /// Texts go to the unit's own row, where one look-up finds them; what is left of a variant is small.
  private static func textsIntoUnits(_ database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE newVariant (
          unit INTEGER NOT NULL REFERENCES unit ON DELETE CASCADE, ordinal INTEGER NOT NULL,
          language INTEGER NOT NULL REFERENCES language, key INTEGER NOT NULL, characters INTEGER NOT NULL,
          PRIMARY KEY (unit, ordinal)) STRICT, WITHOUT ROWID;
        INSERT INTO newVariant SELECT unit, ordinal, language, key, length(text) FROM variant;
        """)
    let texts = try database.makeStatement(sql: "SELECT text FROM variant WHERE unit = ? ORDER BY ordinal")
    let update = try database.makeStatement(sql: "UPDATE unit SET body = ? WHERE id = ?")
    for id in try Int64.fetchAll(database, sql: "SELECT id FROM unit ORDER BY id") {
      let besides = try String.fetchAll(texts, arguments: [id])
      let body = try Data.fetchOne(database, sql: "SELECT body FROM unit WHERE id = ?", arguments: [id]) ?? Data()
      let unit = try body.withUnsafeBytes { try UnitCoding.decode($0) { $0 < besides.count ? besides[$0] : nil } }
      var bytes: [UInt8] = []
      UnitCoding.encode(unit, into: &bytes)
      try update.execute(arguments: [Data(bytes), id])
    }
    try database.execute(sql: "DROP TABLE variant; ALTER TABLE newVariant RENAME TO variant;")
  }

  private static let units = """
    PRAGMA application_id = \(applicationID);

    CREATE TABLE store (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO store VALUES ('identity', lower(hex(randomblob(16))));

    -- One row a writing transaction. lastUnit: the highest unit id given by then; ids are never given twice.
    CREATE TABLE revision (
      id INTEGER PRIMARY KEY, stamp INTEGER NOT NULL, lastUnit INTEGER NOT NULL, at INTEGER NOT NULL, who TEXT,
      note TEXT NOT NULL) STRICT;

    -- base: the tag without region and script, in lower case.
    CREATE TABLE language (id INTEGER PRIMARY KEY, tag TEXT NOT NULL UNIQUE, base TEXT NOT NULL) STRICT;
    CREATE TABLE origin (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

    -- digest: of body, texts and context; finds the same unit again. Dates are seconds since 1970, UTC.
    CREATE TABLE unit (
      id INTEGER PRIMARY KEY, digest INTEGER NOT NULL, revision INTEGER NOT NULL REFERENCES revision,
      origin INTEGER REFERENCES origin, line INTEGER NOT NULL, created INTEGER, changed INTEGER, creator TEXT,
      changer TEXT, licence TEXT, reviewed INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
    CREATE INDEX unitDigest ON unit (digest);

    -- text: plain text, derived from the body where that holds inline codes, else the only copy.
    -- key: of the case-folded words; equal for texts that match to 100.
    CREATE TABLE variant (
      unit INTEGER NOT NULL REFERENCES unit ON DELETE CASCADE, ordinal INTEGER NOT NULL,
      language INTEGER NOT NULL REFERENCES language, key INTEGER NOT NULL, text TEXT NOT NULL,
      PRIMARY KEY (unit, ordinal)) STRICT, WITHOUT ROWID;

    CREATE TABLE context (
      unit INTEGER PRIMARY KEY REFERENCES unit ON DELETE CASCADE, language INTEGER NOT NULL REFERENCES language,
      previous TEXT, next TEXT) STRICT;

    CREATE TABLE unitTag (
      unit INTEGER NOT NULL REFERENCES unit ON DELETE CASCADE, tag INTEGER NOT NULL REFERENCES tag,
      PRIMARY KEY (unit, tag)) STRICT, WITHOUT ROWID;

    -- before: the whole record as it was.
    CREATE TABLE history (
      id INTEGER PRIMARY KEY, unit INTEGER NOT NULL, revision INTEGER NOT NULL REFERENCES revision,
      action TEXT NOT NULL CHECK (action IN ('edited', 'deleted')), before BLOB NOT NULL) STRICT;
    CREATE INDEX historyUnit ON history (unit);
    CREATE INDEX historyRevision ON history (revision);
    """
}
