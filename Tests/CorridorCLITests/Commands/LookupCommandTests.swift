import Foundation
import Testing

@Suite struct LookupCommandTests {
  private func look(_ query: String, _ options: String...) throws -> [[String: Any]] {
    try Tool.run(Tool.executable, ["lookup", query, "--format", "json"] + options).list()
  }

  @Test func anInflectedTermIsFound() throws {
    let results = try look("couloirs de Latchine")
    let first = try #require(results.first)
    #expect(first["concept"] as? String == "lachin_corridor")
    #expect(first["how"] as? String == "inflected")
    #expect(first["kind"] as? String == "term")
    let terms = try #require(first["terms"] as? [[String: Any]])
    #expect(terms.contains { $0["lang"] as? String == "en" && $0["term"] as? String == "Lachin corridor" })
  }

  @Test(arguments: [
    ("Erevan", "exact", "yerevan"), ("erevan", "folded", "yerevan"), ("Ервеан", "near", "yerevan"),
    ("Երևան", "exact", "yerevan"), ("Nagorno-Karabakh", "exact", "nagorno_karabakh"),
  ])
  func allWaysLeadToTheConcept(query: String, how: String, concept: String) throws {
    let results = try look(query)
    #expect(results.first?["concept"] as? String == concept)
    if how != "near" { #expect(results.first?["how"] as? String == how) }
  }

  @Test func deprecatedFormsAreMarked() throws {
    let run = try Tool.run("lookup", "cease-fire", "--from", "en")
    #expect(run.status == 0)
    #expect(run.output.contains("cease-fire  (deprecated)"))
  }

  @Test func nothingFoundIsNoError() throws {
    let run = try Tool.run("lookup", "xyzzyqwrt", "--format", "json")
    #expect(run.status == 0)
    #expect(run.output == "[]\n")
  }

  @Test func queriesComeFromStandardInputToo() throws {
    let run = try Tool.run("lookup", "-", "--format", "json", input: "Erevan\nBakou\n")
    #expect(Set(try run.list().compactMap { $0["query"] as? String }) == ["Erevan", "Bakou"])
  }

  @Test func itSaysWhichHouseStyleWantsWhich() throws {
    let terms = try #require(try look("Chouchi").first?["terms"] as? [[String: Any]])
    let french = try #require(terms.first { $0["term"] as? String == "Chouchi" })
    let profiles = try #require(french["profiles"] as? [[String: String]])
    #expect(profiles.contains(["profile": "agency-neutral", "verdict": "attribution"]))
  }

  @Test func theCacheAnswersTheSameAndNoticesAChange() throws {
    try Tool.inTemporaryFolder { folder in
      let table = folder.appending(path: "own.csv")
      func look() throws -> String {
        try Tool.run("lookup", "un", "--glossary", table.path, environment: ["CORRIDOR_CACHE": folder.path + "/cache"])
          .output
      }
      func forms() throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: folder.path + "/cache")
          .count { $0.hasPrefix("glossary-") && $0.hasSuffix(".compiled") }
      }
      let head = "concept,lang,term,status,kind,note\n"
      try (head + "a,fr,un,preferred,term,\n").write(to: table, atomically: true, encoding: .utf8)
      let first = try look()
      #expect(try look() == first)
      let made = try forms()
      #expect(made == 1)
      try (head + "a,fr,un,admitted,term,\n").write(to: table, atomically: true, encoding: .utf8)
      #expect(try look().contains("(admitted)"))
      let after = try forms()
      #expect(after == 2)
      // What the table was before is found again by its content.
      try (head + "a,fr,un,preferred,term,\n").write(to: table, atomically: true, encoding: .utf8)
      #expect(try look() == first)
      let again = try forms()
      #expect(again == 2)
    }
  }

  @Test func aTableChangedInPlaceWithTheSameSizeAndTimeIsSeen() throws {
    try Tool.inTemporaryFolder { folder in
      let table = folder.appending(path: "own.csv")
      func look(_ term: String) throws -> String {
        // The file itself is written again, so that its number stays too.
        if FileManager.default.fileExists(atPath: table.path) {
          let handle = try FileHandle(forWritingTo: table)
          try handle.write(contentsOf: Data("concept,lang,term,status,kind,note\na,fr,\(term),preferred,term,\n".utf8))
          try handle.close()
        } else {
          try Data("concept,lang,term,status,kind,note\na,fr,\(term),preferred,term,\n".utf8).write(to: table)
        }
        try FileManager.default.setAttributes(
          [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000)], ofItemAtPath: table.path)
        return try Tool.run(
          "lookup", "mur", "--glossary", table.path, environment: ["CORRIDOR_CACHE": folder.path + "/cache"]
        ).output
      }
      let before = try look("mur")
      let after = try look("mir")
      #expect(before.contains("exact mur"))
      #expect(!after.contains("exact mur"))
    }
  }

  @Test func processesThatStartWithAnEmptyCacheAtOnceAnswerAlike() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "corridor-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let alone = try Tool.run("lookup", "Erevn", environment: ["CORRIDOR_CACHE": ""])
    #expect(alone.output.contains("Erevan"))
    let cache = folder.appending(path: "cache").path
    let answers = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<6 {
        group.addTask {
          let run = try Tool.run("lookup", "Erevn", environment: ["CORRIDOR_CACHE": cache])
          return run.messages + run.output
        }
      }
      return try await group.reduce(into: [String]()) { $0.append($1) }
    }
    #expect(answers == [String](repeating: alone.output, count: 6))
    let names = try FileManager.default.contentsOfDirectory(atPath: cache)
    #expect(names.count { $0.hasPrefix("glossary-") } == 1)
    #expect(names.allSatisfy { $0.hasSuffix(".compiled") })
  }

  @Test func aCacheThatOthersMayWriteIsNotUsedAndSaidOnce() throws {
    try Tool.inTemporaryFolder { folder in
      let cache = folder.path + "/cache"
      try FileManager.default.createDirectory(
        atPath: cache, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o777])
      try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: cache)
      let run = try Tool.run("lookup", "Erevan", environment: ["CORRIDOR_CACHE": cache])
      #expect(run.status == 0)
      #expect(run.messages.hasPrefix("\(cache): note: not used as cache: it may be written by others; run 'chmod"))
      #expect(run.messages.split(separator: "\n").count == 1)
      #expect(try FileManager.default.contentsOfDirectory(atPath: cache).isEmpty)
      let quiet = try Tool.run("lookup", "Erevan", "--quiet", environment: ["CORRIDOR_CACHE": cache])
      #expect(quiet.messages.isEmpty && quiet.output == run.output)
    }
  }
}
