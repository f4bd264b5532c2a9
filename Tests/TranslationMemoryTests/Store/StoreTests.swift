import Bitext
import FoundationEssentials
import Testing

@testable import TranslationMemory

/// What every engine promises. A second engine is a second case.
enum Engine: String, CaseIterable, CustomTestStringConvertible {
  case sqlite

  var testDescription: String { rawValue }

  func store(in folder: TemporaryFolder) throws -> any Store {
    switch self {
    case .sqlite: try SQLiteStore(path: folder.path("memory.db"))
    }
  }
}

@Suite struct StoreTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func all(_ store: any Store, _ filter: UnitFilter = UnitFilter()) throws -> [StoredUnit] {
    var units: [StoredUnit] = []
    try store.forEachUnit(filter) {
      units.append($0)
      return true
    }
    return units
  }

  @discardableResult
  private func add(_ records: [UnitRecord], to store: any Store, note: String = "import") throws -> [Int64?] {
    try store.write(note, by: "mr") { transaction in try records.map { try transaction.add($0) } }
  }

  @Test(arguments: Engine.allCases) func aUnitComesBackWhole(engine: Engine) throws {
    let store = try engine.store(in: folder)
    let record = UnitRecord(
      Fixture.rich, origin: UnitOrigin(name: "dépêche.tmx", line: 12),
      context: DocumentContext(language: "fr", previous: "Avant.", next: nil),
      changed: Date(timeIntervalSince1970: 1_605_100_000), tags: ["guerre", "afp", "afp"], licence: "CC-BY-4.0",
      isReviewed: true)
    #expect(try add([record], to: store) == [1])
    let back = try #require(try store.unit(1)?.record)
    #expect(back == record)
    #expect(back.tags == ["afp", "guerre"])
    #expect(back.created == Date(timeIntervalSince1970: 1_605_009_600))
    #expect(back.changer == "mr")
    #expect(try engine.store(in: folder).unit(1)?.record == record)
  }

  @Test(arguments: Engine.allCases) func theSameUnitIsAddedOnce(engine: Engine) throws {
    let store = try engine.store(in: folder)
    let records = [Fixture.record("Il est parti.", "He left."), UnitRecord(Fixture.rich)]
    #expect(try add(records, to: store) == [1, 2])
    #expect(try add(records, to: store) == [nil, nil])
    #expect(try store.revision().number == 1, "an import that adds nothing is no revision")
    // Another target, another context, another inline code: other units.
    var inContext = records[0]
    inContext.context = DocumentContext(language: "fr", previous: "Hier.", next: nil)
    #expect(try add([Fixture.record("Il est parti.", "He has left."), inContext], to: store) == [3, 4])
    // Another origin or tag: the same unit.
    var elsewhere = records[0]
    elsewhere.origin = UnitOrigin(name: "b.tmx")
    elsewhere.tags = ["b"]
    #expect(try add([elsewhere], to: store) == [nil])
    #expect(try store.count(UnitFilter()) == 4)
  }

  @Test(arguments: Engine.allCases) func aTransactionThatThrowsLeavesNothing(engine: Engine) throws {
    struct Stop: Error {}
    let store = try engine.store(in: folder)
    try add([Fixture.record("Un", "One")], to: store)
    let before = try store.revision()
    #expect(throws: Stop.self) {
      try store.write("import", by: nil) { transaction in
        _ = try transaction.add(Fixture.record("Deux", "Two"))
        try transaction.delete(1)
        throw Stop()
      }
    }
    #expect(try all(store).map(\.id) == [1])
    #expect(try store.revision() == before)
    #expect(try store.history(of: 1, limit: 9).map(\.action) == [.added])
  }

  @Test(arguments: Engine.allCases) func editsAndDeletionsLeaveTheirTrace(engine: Engine) throws {
    let store = try engine.store(in: folder)
    let rich = UnitRecord(Fixture.rich, origin: UnitOrigin(name: "a", line: 3), tags: ["t"], licence: "x")
    try add([Fixture.record("Un", "One"), rich], to: store)
    try store.write("edit", by: "anna") { try $0.replace(1, with: Fixture.record("Un", "A")) }
    try store.write("clean", by: "anna") { try $0.delete(2) }
    try store.write("nothing", by: "anna") { try $0.replace(1, with: Fixture.record("Un", "A")) }
    #expect(try store.unit(1)?.record.unit.variants[1].plainText == "A")
    #expect(try store.unit(2) == nil)
    let history = try store.history(of: nil, limit: 10)
    #expect(history.map(\.unit) == [2, 1])
    #expect(history.map(\.action) == [.deleted, .edited])
    #expect(history.map(\.before) == [rich, Fixture.record("Un", "One")])
    #expect(history.map(\.revision.who) == ["anna", "anna"])
    #expect(history.map(\.revision.note) == ["clean", "edit"])
    #expect(try store.history(of: 2, limit: 10).map(\.action) == [.deleted, .added])
    #expect(try store.changedUnits(after: 1, upTo: 10) == [1, 2])
    #expect(try store.changedUnits(after: 2, upTo: 10) == [2])
    #expect(try store.changedUnits(after: 1, upTo: 1) == [1])
    // A number is never given again.
    #expect(try add([rich], to: store) == [3])
    #expect(throws: MemoryError.unknownUnit(2)) { try store.write("edit", by: nil) { try $0.delete(2) } }
  }

  @Test(arguments: Engine.allCases) func filtersChooseUnits(engine: Engine) throws {
    let store = try engine.store(in: folder)
    func unit(_ n: Int, _ languages: [LanguageTag], day: Int?, origin: String?, tags: [String]) -> UnitRecord {
      UnitRecord(
        TranslationUnit(variants: languages.map { Variant(language: $0, text: "\(n)") }),
        origin: origin.map { UnitOrigin(name: $0) },
        created: day.map { Date(timeIntervalSince1970: Double($0 * 86_400)) }, tags: tags, isReviewed: n % 2 == 0)
    }
    try add(
      [
        unit(1, ["fr", "en"], day: 1, origin: "a", tags: ["x", "y"]),
        unit(2, ["fr-CA", "en-GB"], day: 2, origin: "b", tags: ["y"]),
        unit(3, ["fr", "de"], day: 3, origin: "a", tags: []),
        unit(4, ["ru", "en"], day: nil, origin: nil, tags: ["z"]),
      ], to: store)
    func ids(_ filter: UnitFilter) throws -> [Int64] { try all(store, filter).map(\.id) }
    #expect(try ids(UnitFilter()) == [1, 2, 3, 4])
    #expect(try ids(UnitFilter(languages: ["fr"])) == [1, 2, 3])
    #expect(try ids(UnitFilter(languages: ["FR-ca"])) == [2])
    #expect(try ids(UnitFilter(languages: ["fr", "en"])) == [1, 2])
    let second = Date(timeIntervalSince1970: 2 * 86_400)
    #expect(try ids(UnitFilter(since: second)) == [2, 3])
    #expect(try ids(UnitFilter(until: second)) == [1])
    #expect(try ids(UnitFilter(origins: ["a", "c"])) == [1, 3])
    #expect(try ids(UnitFilter(tags: ["y", "z"])) == [1, 2, 4])
    #expect(try ids(UnitFilter(isReviewed: true)) == [2, 4])
    #expect(try ids(UnitFilter(languages: ["en"], tags: ["y"], isReviewed: false)) == [1])
    #expect(try ids(UnitFilter(languages: ["ka"])).isEmpty)
    #expect(try store.count(UnitFilter(languages: ["en"])) == 3)
    var seen: [Int64] = []
    try store.forEachUnit(UnitFilter(), after: 1) {
      seen.append($0.id)
      return seen.count < 2
    }
    #expect(seen == [2, 3])
  }

  @Test(arguments: Engine.allCases) func textsOfALanguageAreReadInOrder(engine: Engine) throws {
    let store = try engine.store(in: folder)
    var inContext = Fixture.record("Trois", "Three")
    inContext.context = DocumentContext(language: "fr", previous: "Deux", next: nil)
    try add([UnitRecord(Fixture.rich), Fixture.record("Deux", "Two"), inContext], to: store)
    var texts: [String] = []
    var contexts: [UInt64] = []
    try store.forEachText("fr", units: 1...3) {
      texts.append("\($0.unit).\($0.ordinal) \($0.text) [\($0.counterparts)]")
      contexts.append($0.context)
    }
    #expect(texts == ["1.0 Le couloir de Latchine\u{202F}! [en hy ru]", "2.0 Deux [en]", "3.0 Trois [en]"])
    #expect(contexts.map { $0 == 0 } == [true, true, false])
    texts = []
    try store.forEachText("en", units: 1...2) { texts.append("\($0.unit).\($0.ordinal)") }
    #expect(texts == ["1.1", "1.2", "2.1"])
    try store.forEachText("ka", units: 1...3) { _ in Issue.record("there is no Georgian") }
  }

  @Test(arguments: Engine.allCases) func statisticsCount(engine: Engine) throws {
    let store = try engine.store(in: folder)
    #expect(try store.statistics().units == 0)
    var tagged = Fixture.record("Un", "One")
    tagged.tags = ["afp"]
    tagged.origin = UnitOrigin(name: "a.tmx")
    tagged.isReviewed = true
    try add([tagged, UnitRecord(Fixture.rich)], to: store)
    let figures = try store.statistics()
    #expect(figures.units == 2)
    #expect(figures.languages.first == StoreStatistics.Language(tag: "en", variants: 3, characters: 27))
    #expect(figures.origins == [StoreStatistics.Count(name: "a.tmx", units: 1)])
    #expect(figures.tags == [StoreStatistics.Count(name: "afp", units: 1)])
    #expect(figures.months == [StoreStatistics.Count(name: "2020-11", units: 1)])
    #expect(figures.reviewed == 1)
    #expect(figures.bytes > 0)
  }

  @Test(arguments: Engine.allCases) func aBackupHoldsEverything(engine: Engine) throws {
    let store = try engine.store(in: folder)
    try add([UnitRecord(Fixture.rich)], to: store)
    var shares: [Double] = []
    try store.backUp(to: folder.path("copy.db")) { shares.append($0) }
    #expect(shares.last == 1)
    let copy = try SQLiteStore(path: folder.path("copy.db"))
    #expect(try all(copy) == all(store))
    #expect(copy.identity == store.identity)
    try copy.verify(progress: nil)
    #expect(throws: MemoryError.self) { try store.backUp(to: folder.path("copy.db"), progress: nil) }
  }

  @Test(arguments: Engine.allCases) func theStoreMayBeUsedWhileItIsWalked(engine: Engine) throws {
    let store = try engine.store(in: folder)
    try add([Fixture.record("Un", "One"), Fixture.record("Deux", "Two")], to: store)
    var seen: [String] = []
    try store.forEachUnit { unit in
      #expect(try store.unit(unit.id) == unit)
      #expect(try store.count(UnitFilter()) >= 2)
      try store.forEachUnit { inner in
        try store.forEachText("fr", units: 1...9) { _ in _ = try store.revision() }
        return inner.id < unit.id
      }
      try add([Fixture.record("encore \(unit.id)", "more")], to: store)
      seen += unit.record.unit.variants.map(\.plainText)
      return true
    }
    #expect(seen == ["Un", "One", "Deux", "Two"], "what was added meanwhile belongs to the next walk")
    #expect(try all(store).count == 4)
    try store.verify { _ in _ = try? store.revision() }
  }

  @Test(arguments: Engine.allCases) func aTransactionWithinATransactionIsRefused(engine: Engine) throws {
    let store = try engine.store(in: folder)
    #expect(throws: MemoryError.self) {
      try store.write("import", by: nil) { transaction in
        _ = try transaction.add(Fixture.record("Un", "One"))
        try store.write("inner", by: nil) { _ in }
      }
    }
    #expect(try store.count(UnitFilter()) == 0)
    try add([Fixture.record("Un", "One")], to: store)
    #expect(try store.languages() == ["en", "fr"])
  }

  @Test(arguments: Engine.allCases) func readersSeeTheLastWholeTransaction(engine: Engine) throws {
    let store = try engine.store(in: folder)
    try add([Fixture.record("Un", "One")], to: store)
    try store.write("import", by: nil) { transaction in
      _ = try transaction.add(Fixture.record("Deux", "Two"))
      #expect(try store.count(UnitFilter()) == 1)
    }
    #expect(try store.count(UnitFilter()) == 2)
  }
}
