import Bitext
import FoundationEssentials
import TestSupport
import Testing

@testable import TranslationMemory

@Suite struct FuzzyIndexTests {
  let folder: TemporaryFolder
  let store: SQLiteStore

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteStore(path: folder.path("memory.db"))
  }

  private var indexFolder: IndexFolder { IndexFolder.beside(store: folder.path("memory.db")) }
  private var files: [String] { indexFolder.files("fr").sorted() }

  private func index() -> FuzzyIndex { FuzzyIndex(store: store, language: "fr", folder: indexFolder) }

  private func add(_ texts: [String]) throws {
    try store.write("import", by: nil) { transaction in
      for (i, text) in texts.enumerated() { _ = try transaction.add(Fixture.record(text, "\(i)")) }
    }
  }

  private func hits(
    _ index: FuzzyIndex, _ text: String, minimum: Double = 50, top: Int = 5,
    _ conditions: SegmentSearch.Conditions = .init()
  ) throws -> [IndexHit] {
    try index.hits(for: QueryWords(text), minimum: minimum, top: top, ties: 0, conditions: conditions)
  }

  @Test func hitsAreTheBestScoresInOrder() throws {
    try add([
      "Le couloir de Latchine est fermé.", "Le couloir de Latchine est ouvert.", "Le couloir est fermé.", "Rien",
    ])
    let index = index()
    #expect(try hits(index, "le COULOIR de Latchine est fermé.").map(\.unit) == [1, 2, 3])
    #expect(try hits(index, "le COULOIR de Latchine est fermé.").map(\.score) == [100, 600 / 7.0, 500 / 7.0])
    #expect(try hits(index, "le couloir de Latchine est fermé.", minimum: 80).map(\.unit) == [1, 2])
    #expect(try hits(index, "le couloir de Latchine est fermé.", top: 1).map(\.unit) == [1])
    #expect(try hits(index, "").isEmpty)
    #expect(try hits(index, " \u{200B}").isEmpty)
    #expect(try hits(index, "Tout autre chose ici").isEmpty)
  }

  @Test func aMemoryWithoutTheLanguageMatchesNothing() throws {
    #expect(try hits(index(), "Un").isEmpty)
    try store.write("import", by: nil) {
      _ = try $0.add(UnitRecord(TranslationUnit(variants: [Variant(language: "ka", text: "ერთი")])))
    }
    #expect(try hits(index(), "Un").isEmpty)
    #expect(try hits(index(), "ერთი").isEmpty)
  }

  @Test func onlyUnitsWithTheCounterpartAreMeant() throws {
    try store.write("import", by: nil) { transaction in
      for language: LanguageTag in ["de", "en-GB"] {
        _ = try transaction.add(
          UnitRecord(
            TranslationUnit(variants: [
              Variant(language: "fr-CA", text: "Un deux trois"), Variant(language: language, text: "x"),
            ])))
      }
    }
    #expect(try hits(index(), "Un deux trois", .init(counterpart: "en")).map(\.unit) == [2])
    #expect(try hits(index(), "Un deux trois", .init(counterpart: nil)).map(\.unit) == [1, 2])
    #expect(try hits(index(), "Un deux trois", .init(counterpart: "ru")).isEmpty)
    #expect(try hits(index(), "Un deux trois", .init(hidden: [1])).map(\.unit) == [2])
  }

  @Test func aMatchInContextComesFirst() throws {
    let index = index()
    func record(_ previous: String?, _ target: String) -> UnitRecord {
      var record = Fixture.record("Il a dit non.", target)
      record.context = previous.map { DocumentContext(language: "fr", previous: $0, next: nil) }
      return record
    }
    try store.write("import", by: nil) { transaction in
      for (previous, target) in [(nil, "a"), ("Hier.", "b"), ("Demain.", "c")] {
        _ = try transaction.add(record(previous, target))
      }
    }
    let context = DocumentContext(language: "fr", previous: "Demain.", next: "Puis.").key
    let found = try hits(index, "Il a dit non.", top: 2, .init(context: context))
    #expect(found.map(\.unit) == [3, 1])
    #expect(found.map(\.isContextMatch) == [true, false])
    #expect(try hits(index, "Il a dit oui.", top: 1, .init(context: context)).map(\.isContextMatch) == [false])
    let other = DocumentContext(language: "fr", previous: nil, next: "Puis.").key
    #expect(try hits(index, "Il a dit non.", .init(context: other)).allSatisfy { !$0.isContextMatch })
  }

  @Test(arguments: 0..<12) func theBestScoresAreThoseOfBruteForce(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let vocabulary = (0..<Int.random(in: 3...400, using: &random)).map { "m\($0 % 7 == 0 ? "É" : "e")\($0)a" }
    func word() -> String {
      // Few words are common, most are rare.
      vocabulary[Int(Double(vocabulary.count) * pow(Double.random(in: 0..<1, using: &random), 3))]
    }
    func text() -> String {
      let length = seed % 4 == 3 ? Int.random(in: 0...160, using: &random) : Int.random(in: 0...14, using: &random)
      return (0..<length).map { _ in word() }.joined(separator: " ")
    }
    func edited(_ text: String) -> String {
      var words = text.split(separator: " ").map(String.init)
      for _ in 0..<Int.random(in: 0...(words.count / 3 + 1), using: &random) {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: words.insert(word(), at: Int.random(in: 0...words.count, using: &random))
        case 1: if !words.isEmpty { words.remove(at: Int.random(in: words.indices, using: &random)) }
        default:
          if !words.isEmpty {
            words[Int.random(in: words.indices, using: &random)] = Bool.random(using: &random) ? word() : "inconnu"
          }
        }
      }
      return words.joined(separator: " ")
    }
    var texts = (0..<150).map { _ in text() }
    texts += (0..<150).map { _ in edited(texts.randomElement(using: &random) ?? "") }
    var builder = SegmentBuilder(language: "fr", identity: "x", firstUnit: 1)
    for (i, text) in texts.enumerated() {
      builder.add(StoredText(unit: Int64(i + 1), ordinal: 0, text: text, counterparts: "en", context: 0))
    }
    let header = SegmentHeader(firstUnit: 1, lastUnit: Int64(texts.count), revision: 1, stamp: 1)
    let bytes = try #require(try builder.finish(header, to: SegmentSink(path: nil)))
    let segment = try #require(Segment(bytes))
    let snapshot = IndexSnapshot(segments: [segment], hidden: [[]], revision: .none)
    let searcher = IndexSearcher()
    let folded = texts.map(SlowMatching.words)
    for _ in 0..<40 {
      let query = Bool.random(using: &random) ? text() : edited(texts.randomElement(using: &random) ?? "")
      let minimum: Double = [0, 30, 50, 50, 60, 66.6, 70, 75, 80, 90, 100].randomElement(using: &random) ?? 70
      let top = Int.random(in: 1...7, using: &random)
      let hits = searcher.hits(
        for: QueryWords(query), in: snapshot, minimum: minimum, top: top, ties: 2, conditions: .init())
      let expected = SlowMatching.best(query, in: folded, minimum: minimum, top: top)
      #expect(hits.prefix(top).map(\.score) == expected, "'\(query)' at \(minimum), top \(top)")
      for hit in hits {
        #expect(hit.score == SlowMatching.score(SlowMatching.words(query), folded[Int(hit.unit) - 1]))
      }
    }
  }

  @Test func additionsEditsAndDeletionsAreSeenAtOnce() throws {
    let index = index()
    try add(["Un deux trois quatre"])
    #expect(try hits(index, "Un deux trois quatre").map(\.score) == [100])
    try add(["Un deux trois cinq"])
    #expect(try hits(index, "Un deux trois quatre").map(\.score) == [100, 75])
    try store.write("edit", by: nil) { try $0.replace(1, with: Fixture.record("Un deux six quatre", "x")) }
    #expect(try hits(index, "Un deux trois quatre").map(\.unit) == [1, 2])
    #expect(try hits(index, "Un deux trois quatre").map(\.score) == [75, 75])
    try store.write("delete", by: nil) { try $0.delete(1) }
    #expect(try hits(index, "Un deux trois quatre").map(\.unit) == [2])
    // Another process, or this one after a restart, sees the same.
    #expect(try hits(self.index(), "Un deux trois quatre").map(\.unit) == [2])
  }

  @Test func segmentsAreMergedAndReused() throws {
    let first = index()
    for n in 0..<6 {
      try add((0..<700).map { "phrase \(n) numéro \($0)" })
      #expect(try hits(first, "phrase \(n) numéro 5", minimum: 100).count == 1)
    }
    let snapshot = try first.current()
    #expect(snapshot.entries == 4_200)
    #expect(snapshot.segments.count <= 4)
    // The ranges follow each other.
    var next: Int64 = 1
    for segment in snapshot.segments {
      #expect(segment.header.firstUnit == next)
      next = segment.header.lastUnit + 1
    }
    let before = files
    #expect(before.count == snapshot.segments.filter { $0.path != nil }.count)
    #expect(try hits(index(), "phrase 3 numéro 5", minimum: 100).count == 1)
    #expect(files == before)
  }

  @Test func aSmallOrEmptySegmentIsKeptInItsFile() throws {
    try add(["Un"])
    let first = index()
    #expect(try hits(first, "Un").count == 1)
    #expect(first.fault == nil)
    try store.write("delete", by: nil) { try $0.delete(1) }
    #expect(try hits(first, "Un").isEmpty)
    for file in files { try FileManager.default.removeItem(atPath: file) }
    let second = index()
    #expect(try hits(second, "Un").isEmpty)
    #expect(second.fault == nil)
    #expect(files.count == 1)
    #expect(try hits(index(), "Un").isEmpty)
  }

  @Test func aDamagedFileIsMadeAnew() throws {
    try add((0..<50).map { "phrase numéro \($0)" })
    _ = try index().current()
    let file = try #require(files.first)
    let whole = try Data(contentsOf: URL(filePath: file))
    var random = SeededGenerator(seed: 7)
    for round in 0..<40 {
      var bytes = whole
      switch round % 4 {
      case 0: bytes = bytes.prefix(Int.random(in: 0..<bytes.count, using: &random))
      case 1: bytes = Data(bytes.reversed())
      case 2: bytes[Int.random(in: 0..<4_000, using: &random)] ^= 1
      default: bytes[whole.count - 1 - Int.random(in: 0..<200, using: &random)] ^= 0x40
      }
      try FileManager.default.removeItem(atPath: file)
      try bytes.write(to: URL(filePath: file))
      #expect(try hits(index(), "phrase numéro 7", minimum: 100).count == 1)
    }
  }

  @Test func aSegmentOfAnotherStoreOrOfAnotherPastIsNotUsed() throws {
    try add(["Un deux trois"])
    try store.backUp(to: folder.path("old.db"), progress: nil)
    try add(["Quatre cinq six"])
    _ = try index().current()
    // The backup goes another way under the same numbers.
    let restored = try SQLiteStore(path: folder.path("old.db"))
    try restored.write("import", by: nil) { _ = try $0.add(Fixture.record("Sept huit neuf", "x")) }
    let index = FuzzyIndex(store: restored, language: "fr", folder: indexFolder)
    #expect(try hits(index, "Sept huit neuf").map(\.unit) == [2])
    #expect(try hits(index, "Quatre cinq six").isEmpty)
    let other = try SQLiteStore(path: folder.path("other.db"))
    try other.write("import", by: nil) { _ = try $0.add(Fixture.record("Dix", "x")) }
    #expect(try hits(FuzzyIndex(store: other, language: "fr", folder: indexFolder), "Un deux trois").isEmpty)
  }

  @Test func whereNothingCanBeWrittenTheIndexStaysInMemory() throws {
    try add(["Un deux trois"])
    try Data().write(to: URL(filePath: indexFolder.path))
    let index = index()
    #expect(try hits(index, "Un deux trois").count == 1)
    #expect(index.fault?.contains("-index") == true)
  }

  @Test func manyReadersAndAWriterAgree() async throws {
    let (index, store) = (index(), store)
    try add((0..<300).map { "phrase numéro \($0)" })
    try await withThrowingTaskGroup(of: Void.self) { group in
      for reader in 0..<4 {
        group.addTask {
          for n in 0..<60 {
            let found = try index.hits(
              for: QueryWords("phrase numéro \((n * 7 + reader) % 300)"), minimum: 100, top: 1, ties: 0,
              conditions: .init())
            #expect(found.count == 1)
          }
        }
      }
      group.addTask {
        for n in 0..<10 {
          try store.write("import", by: nil) { _ = try $0.add(Fixture.record("autre \(n)", "x")) }
        }
      }
      try await group.waitForAll()
    }
    #expect(try hits(index, "autre 9", minimum: 100).count == 1)
  }
}

private func pow(_ base: Double, _ exponent: Int) -> Double { (0..<exponent).reduce(1) { power, _ in power * base } }
