import Bitext
import Foundation
import TestSupport
import Testing

@testable import TranslationMemory

/// What is left when something goes wrong: everything that was committed, and nothing else.
@Suite(.serialized) struct FaultTests {
  let folder: TemporaryFolder
  var path: String { folder.path("memory.db") }

  init() throws { folder = try TemporaryFolder() }

  @Test func aProcessKilledAtAnyMomentLeavesWholeTransactions() throws {
    var random = SeededGenerator(seed: 20)
    var revision: Int64 = 0
    for round in 1...20 {
      let victim = try Victim(path, seed: round)
      let said = victim.killed(after: Double.random(in: 0.02...0.3, using: &random))
      revision = max(revision, Victim.lastRevision(said))
      #expect(!said.contains { $0.hasPrefix("error") }, "\(said.last ?? "")")
      try Victim.expectWhole(path, atLeast: revision)
    }
    #expect(revision > 20)
  }

  @Test func twoProcessesWriteInTurns() throws {
    let victims = [try Victim(path, seed: 1, "--rounds", "60"), try Victim(path, seed: 2, "--rounds", "60")]
    let said = victims.map { $0.finished() }
    for lines in said { #expect(lines.last == "done", "\(lines.last ?? "")") }
    try Victim.expectWhole(path, atLeast: said.map(Victim.lastRevision).max() ?? 0)
  }

  /// The moment at which a new file becomes a store is short: many processes meet in it.
  @Test func manyProcessesOpenANewStoreAtOnce() throws {
    for round in 1...4 {
      let victims = try (1...8).map { try Victim(path + "\(round)", seed: $0, "--rounds", "2") }
      let said = victims.map { $0.finished() }
      for lines in said { #expect(lines.last == "done", "\(lines.last ?? "")") }
    }
  }

  @Test func onAFullDiskTheLastTransactionIsRefusedAndTheOthersStay() throws {
    for limit in [40_000, 150_000, 400_000, 1_000_000] {
      let said = try Victim(path, seed: limit, "--file-limit", "\(limit)").finished()
      let error = try #require(said.last)
      #expect(error.hasPrefix("error: \(path): error: "), "\(error)")
      #expect(error.contains("full"), "\(error)")
      try Victim.expectWhole(path, atLeast: Victim.lastRevision(said))
    }
  }

  @Test(.enabled(if: geteuid() == 0, "only root can become another"))
  func inAFolderThatMayNotBeWrittenTheStoreIsRead() throws {
    _ = try Victim(path, seed: 1, "--rounds", "30").finished()
    let before = try Data(contentsOf: URL(filePath: path))
    chmod(folder.url.path, 0o555)
    defer { chmod(folder.url.path, 0o755) }
    let said = try Victim(path, seed: 2, "--user", "65534").finished()
    #expect(said.first == "ready")
    #expect(said.last == "error: \(MemoryError.readOnly(path: path))")
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    let new = folder.path("other.db")
    let refused = try Victim(new, seed: 3, "--user", "65534").finished()
    #expect(refused.last?.hasPrefix("error: \(new): error: ") == true, "\(refused)")
    chmod(folder.url.path, 0o755)
    try Victim.expectWhole(path, atLeast: 1)
  }

  @Test func aDamagedPageIsAnErrorAndNeverTraps() throws {
    let records = (0..<400).map { Fixture.record("Phrase numéro \($0) du corpus.", "Sentence \($0).") }
    do {
      let store = try SQLiteStore(path: path)
      try store.write("import", by: nil) { transaction in for record in records { _ = try transaction.add(record) } }
    }
    let whole = try Data(contentsOf: URL(filePath: path))
    var random = SeededGenerator(seed: 3)
    var found = 0
    for round in 0..<60 {
      var bytes = whole
      let place = Int.random(in: (round % 5 == 0 ? 0 : 4_096)..<bytes.count - 600, using: &random)
      for i in 0..<[1, 16, 512][round % 3] { bytes[place + i] = UInt8.random(in: 0 ... .max, using: &random) }
      let copy = folder.path("copy\(round).db")
      try bytes.write(to: URL(filePath: copy))
      do {
        let memory = try UnitMemory(path: copy)
        _ = try memory.matches(MatchQuery("Phrase numéro 7 du corpus.", from: "fr", to: "en"))
        try memory.store.verify(progress: nil)
        // What was hit was room that nothing uses, or what no digest covers; every text is as it was.
        var texts: [TranslationUnit] = []
        try memory.store.forEachUnit {
          texts.append($0.record.unit)
          return true
        }
        #expect(texts == records.map(\.unit))
      } catch is MemoryError {
        found += 1
      }
    }
    #expect(found > 20)
  }
}
