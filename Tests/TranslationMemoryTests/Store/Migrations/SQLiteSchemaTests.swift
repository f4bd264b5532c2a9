import Bitext
import FoundationEssentials
import GRDB
import Testing

@testable import TranslationMemory

@Suite struct SQLiteSchemaTests {
  /// A store of the first version: texts stand in rows of their own.
  @Test func aStoreOfTheFirstVersionIsBroughtUp() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("memory.db")
    let units = [Fixture.rich, Fixture.unit("Un «\u{202F}deux\u{202F}»", "One two")]
    let old = try DatabasePool(path: path)
    try SQLiteSchema.migrator.migrate(old, upTo: "0001 units")
    try old.write { database in
      try database.execute(sql: "INSERT INTO revision VALUES (1, 7, 2, 0, NULL, 'import')")
      for (number, unit) in units.enumerated() {
        var scratch: [UInt8] = []
        let digest = UnitDigest.of(UnitRecord(unit), scratch: &scratch)
        var body: [UInt8] = []
        UnitCoding.encode(unit, texts: .beside, into: &body)
        try database.execute(
          sql: "INSERT INTO unit VALUES (?, ?, 1, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, ?)",
          arguments: [number + 1, digest, Data(body)])
        for (ordinal, variant) in unit.variants.enumerated() {
          let tag = variant.language
          try database.execute(
            sql: "INSERT OR IGNORE INTO language (tag, base) VALUES (?, ?)", arguments: [tag, LanguageBase.of(tag)])
          try database.execute(
            sql: "INSERT INTO variant SELECT ?, ?, id, 0, ? FROM language WHERE tag = ?",
            arguments: [number + 1, ordinal, variant.plainText, tag])
        }
      }
    }
    try old.close()
    let store = try SQLiteStore(path: path)
    #expect(try store.units([1, 2]).map(\.record.unit) == units)
    try store.verify(progress: nil)
    var texts: [String] = []
    try store.forEachText("en", units: 1...2) { texts.append($0.text) }
    #expect(texts == ["The corridor", "The corridor", "One two"])
    #expect(try store.statistics().languages.first?.characters == 31)
    #expect(try store.write("again", by: nil) { try $0.add(UnitRecord(units[1])) } == nil)
  }
}
