internal import GRDB

/// The tables of the SQLite store, by numbered migrations.
///
/// A migration that has shipped is never changed, and uses nothing that may change: plain SQL, and where SQL cannot read
/// the bytes of a unit, code of its own. A store of each version is kept in `Tests/TranslationMemoryTests/Stores`. A new
/// migration is a file here, a line in `migrator`, and a store made by the version before it.
enum SQLiteSchema {
  /// "Crdr": tells our files from other SQLite databases.
  static let applicationID: Int32 = 0x4372_6472

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration(Migration0001.name) { try $0.execute(sql: Migration0001.sql) }
    migrator.registerMigration(Migration0002.name) { try Migration0002.run($0) }
    return migrator
  }()
}
