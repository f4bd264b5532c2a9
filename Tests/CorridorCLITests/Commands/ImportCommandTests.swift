import Foundation
import Testing

@Suite struct ImportCommandTests {
  @Test func theSameFileTwiceAddsNothing() throws {
    try Tool.inTemporaryFolder { (folder: URL) throws in
      _ = try Tool.run("init", in: folder)
      try Data(MemoryFixture.tmx.utf8).write(to: folder.appending(path: "old.tmx"))
      let first = try Tool.run("import", "old.tmx", in: folder)
      #expect(first.status == 0)
      #expect(first.messages == "old.tmx: 3 units added (tmx)\n")
      let second = try Tool.run("import", "old.tmx", in: folder)
      #expect(second.messages == "old.tmx: 0 units added, 3 known already (tmx)\n")
    }
  }

  @Test func oneDamagedFileLeavesTheMemoryAsItWas() throws {
    try MemoryFixture.withWorkspace { (folder: URL) throws in
      let good = MemoryFixture.tmx.replacing("rivière", with: "voie ferrée")
      try Data(good.utf8).write(to: folder.appending(path: "good.tmx"))
      try Data(MemoryFixture.tmx.dropLast(60).utf8).write(to: folder.appending(path: "half.tmx"))
      let refused = try Tool.run("import", "good.tmx", "half.tmx", in: folder)
      #expect(refused.status == 3)
      #expect(refused.messages.contains("half.tmx:"))
      #expect(try Tool.run("export", in: folder).output.contains("voie ferrée") == false)
      let salvaged = try Tool.run("import", "good.tmx", "half.tmx", "--salvage", in: folder)
      #expect(salvaged.status == 1)
      #expect(try Tool.run("export", in: folder).output.contains("voie ferrée"))
    }
  }

  @Test func aGlossaryOrATextIsNoMemoryAndTheErrorSaysWhereItBelongs() throws {
    try MemoryFixture.withWorkspace { (folder: URL) throws in
      try Data("concept,lang,term,status,kind\nx,fr,pont,preferred,term\n".utf8).write(
        to: folder.appending(path: "t.csv"))
      let glossary = try Tool.run("import", "t.csv", in: folder)
      #expect(glossary.status == 3)
      #expect(glossary.messages.contains("glossary import"))
      try Data("Un texte.\n".utf8).write(to: folder.appending(path: "a.fr.txt"))
      let text = try Tool.run("import", "a.fr.txt", in: folder)
      #expect(text.status == 3)
      #expect(text.messages.contains("align --save"))
    }
  }

  @Test func withoutAWorkspaceAMemoryMustBeNamed() throws {
    try Tool.inTemporaryFolder { (folder: URL) throws in
      try Data(MemoryFixture.tmx.utf8).write(to: folder.appending(path: "old.tmx"))
      let lost = try Tool.run("import", "old.tmx", in: folder)
      #expect(lost.status == 2)
      #expect(lost.messages.contains("corridor init"))
      let named = try Tool.run("import", "old.tmx", "--memory", "own.sqlite", in: folder)
      #expect(named.status == 0)
      #expect(try Tool.run("export", "--memory", "own.sqlite", in: folder).output.contains("Grigoryan"))
      let absent = try Tool.run("export", "--memory", "other.sqlite", in: folder)
      #expect(absent.status == 3)
      #expect(absent.messages.hasPrefix("other.sqlite: error: no such memory"))
    }
  }

  @Test func alignedTextsAreSavedOnceWithTheirNeighbours() throws {
    try Tool.inTemporaryFolder { (folder: URL) throws in
      _ = try Tool.run("init", in: folder)
      let seed = Tool.seeds
      let names = try FileManager.default.contentsOfDirectory(atPath: seed.path).filter { $0.hasSuffix(".fr.txt") }
        .sorted()
      let first = try #require(names.first)
      let source = seed.appending(path: first).path
      let target = source.replacing(".fr.txt", with: ".en.txt")
      let saved = try Tool.run("align", source, target, "--save", in: folder)
      #expect(saved.status == 0)
      #expect(saved.messages.contains("units added to the memory"))
      let again = try Tool.run("align", source, target, "--save", in: folder)
      #expect(again.messages.contains("; 0 units added to the memory"))
      // The text itself, sentence by sentence, is in the memory in context.
      let sentences = try Tool.run("segment", source, in: folder).output
      let matches = try Tool.run(
        "match", "--batch", "-", "--format", "json", "--top", "1", input: sentences, in: folder)
      let found = try matches.list()
      #expect(found.count { $0["context"] as? Bool == true } > sentences.split(separator: "\n").count / 2)
    }
  }
}
