import Bitext
import Foundation
import GRDB
import TestSupport
import Testing

@testable import TranslationMemory

/// Stores that were shipped are opened, and what is none of ours is refused and left as it is.
@Suite struct SQLiteSchemaTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path("memory.db") }

  init() throws { folder = try TemporaryFolder() }

  /// A copy of a store that the program of a version wrote: three units, of which the last was edited, and a deleted one.
  private func copy(ofVersion version: Int) throws {
    let kept = Checkout.root.appending(path: "Tests/TranslationMemoryTests/Stores/v\(version).store").path
    try FileManager.default.copyItem(atPath: kept, toPath: path)
  }

  private static let edited = Fixture.unit("Un «\u{202F}deux\u{202F}» trois", "One two three")

  @Test func everyMigrationHasAStoreOfItsVersion() throws {
    let stores = Checkout.root.appending(path: "Tests/TranslationMemoryTests/Stores").path
    let names = try FileManager.default.contentsOfDirectory(atPath: stores).sorted()
    #expect(names == SQLiteSchema.migrator.migrations.indices.map { "v\($0 + 1).store" })
  }

  @Test(arguments: [1, 2]) func theStoreOfAnEarlierVersionIsReadAndWritten(version: Int) throws {
    try copy(ofVersion: version)
    let store = try SQLiteStore(path: path)
    let corridor = UnitRecord(
      Fixture.unit("Le couloir de Latchine est fermé.", "The Lachin corridor is closed."),
      context: DocumentContext(language: "fr", previous: "Avant.", next: nil))
    let records = try store.units([1, 2, 3]).map(\.record)
    #expect(records.map(\.unit) == [Fixture.rich, corridor.unit, Self.edited])
    #expect(records[0].tags == ["afp", "guerre"] && records[0].licence == "CC-BY-4.0" && records[0].isReviewed)
    #expect(records[0].origin == UnitOrigin(name: "dépêche.tmx", line: 12))
    #expect(records[1].context == corridor.context)
    #expect(try store.unit(4) == nil)
    #expect(try store.history(of: 3, limit: 9).map(\.action) == [.edited, .added])
    #expect(try store.revision().number == 2 && store.revision().who == "lk")
    try store.verify(progress: nil)
    var texts: [String] = []
    try store.forEachText("en", units: 1...3) { texts.append($0.text) }
    #expect(texts == ["The corridor", "The corridor", "The Lachin corridor is closed.", "One two three"])
    // What is there is known again, and what is new gets the next number.
    let added = try store.write("again", by: nil) { transaction in
      [try transaction.add(corridor), try transaction.add(Fixture.record("Neuf.", "New."))]
    }
    #expect(added == [nil, 5])
    let memory = UnitMemory(store: store, indexFolder: nil)
    let found = try memory.matches(MatchQuery("Le couloir de Latchine est fermé.", from: "fr", to: "en"))
    #expect(found.first?.target == "The Lachin corridor is closed.")
    try store.verify(progress: nil)
  }

  /// Everything that the database at the path holds: its tables' definitions and every row.
  private func tables() throws -> [String] {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    return try queue.read { database in
      let tables = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
      let names = try String.fetchAll(database, sql: tables)
      return try Row.fetchAll(database, sql: "SELECT * FROM sqlite_master ORDER BY name").map(\.description)
        + names.flatMap { try Row.fetchAll(database, sql: "SELECT * FROM \"\($0)\"").map(\.description) }
    }
  }

  @Test func aStoreFromTheFutureIsRefusedByTheNameOfWhatIsUnknown() throws {
    try copy(ofVersion: 2)
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('0009 shards')") }
    try queue.close()
    let before = try tables()
    let error = #expect(throws: MemoryError.self) { try SQLiteStore(path: path) }
    #expect(error == .newerVersion(path: path, change: "0009 shards"))
    #expect(error?.description.contains("'0009 shards'") == true)
    #expect(try tables() == before)
  }

  @Test func aDatabaseOfAnotherProgramIsRefusedAndLeftAsItIs() throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE unit (id INTEGER); INSERT INTO unit VALUES (1)") }
    try queue.close()
    try expectRefusedAndLeft()
  }

  @Test func aTextFileIsRefusedAndLeftAsItIs() throws {
    try Data("Le couloir de Latchine est fermé.\n".utf8).write(to: URL(filePath: path))
    try expectRefusedAndLeft()
    try Data("x".utf8).write(to: URL(filePath: path))
    try expectRefusedAndLeft()
  }

  private func expectRefusedAndLeft() throws {
    let before = try Data(contentsOf: URL(filePath: path))
    let error = #expect(throws: MemoryError.self) { try SQLiteStore(path: path) }
    #expect(error == .notAMemory(path: path))
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["memory.db"])
  }
}
