/// The first tables. Shipped: never to be changed.
enum Migration0001 {
  static let name = "0001 units"

  static let sql = """
    PRAGMA application_id = 1131570290;

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
