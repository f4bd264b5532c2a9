import Foundation
import Testing

@Suite struct ExportCommandTests {
  @Test func whatWasImportedComesOutWithEverythingItCameWith() throws {
    try MemoryFixture.withWorkspace { (folder: URL) throws in
      let out = try Tool.run("export", "-o", "new.tmx", in: folder)
      #expect(out.status == 0)
      let text = try String(contentsOf: folder.appending(path: "new.tmx"), encoding: .utf8)
      for piece in [
        "tuid=\"a1\"", "creationdate=\"20210304T101112Z\"", "creationid=\"anna\"",
        "<prop type=\"x-desk\">Caucase</prop>",
        "<note>relu</note>", "<bpt i=\"1\">&lt;b&gt;</bpt>pont<ept i=\"1\">&lt;/b&gt;</ept>",
      ] {
        #expect(text.contains(piece), "\(piece)")
      }
      #expect(!text.contains("x-corridor"))
      // And comes in again as the same units.
      #expect(
        try Tool.run("import", "new.tmx", in: folder).messages == "new.tmx: 0 units added, 3 known already (tmx)\n")
    }
  }

  @Test func aMemoryMovesWholeWithMarksLicenceReviewAndNeighbours() throws {
    try Tool.inTemporaryFolder { (folder: URL) throws in
      _ = try Tool.run("init", "one", in: folder)
      _ = try Tool.run("init", "two", in: folder)
      try Data("Bonjour à tous.\tHello everyone.\nAu revoir.\tGoodbye.\n".utf8)
        .write(to: folder.appending(path: "p.tsv"))
      let one = folder.appending(path: "one")
      let two = folder.appending(path: "two")
      _ = try Tool.run("import", "../p.tsv", "--tag", "afp", "--licence", "CC0", "--reviewed", in: one)
      _ = try Tool.run("export", "--provenance", "-o", "../moved.tmx", in: one)
      _ = try Tool.run("import", "../moved.tmx", in: two)
      let first = try Tool.run("export", "--provenance", "-o", "../again.tmx", in: two)
      #expect(first.status == 0)
      let strip = { (name: String) in
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
          .replacing(/creationdate="[^"]*"/, with: "")
      }
      let (moved, again) = (try strip("moved.tmx"), try strip("again.tmx"))
      #expect(moved == again)
      #expect(moved.contains("x-corridor-tag\">afp"))
    }
  }

  @Test func filtersChooseUnitsByLanguageDateOriginAndMark() throws {
    try MemoryFixture.withWorkspace { (folder: URL) throws in
      try Data("Нет.\tNo.\n".utf8).write(to: folder.appending(path: "r.tsv"))
      _ = try Tool.run("import", "r.tsv", "--source", "ru", "--target", "en", "--tag", "rus", in: folder)
      func count(_ options: [String]) throws -> Int {
        let run = try Tool.run(Tool.executable, ["export"] + options, in: folder)
        return run.output.split(separator: "<tu>").count + run.output.split(separator: "<tu ").count - 2
      }
      let counts = [
        try count([]), try count(["--lang", "ru"]), try count(["--lang", "fr", "--lang", "en"]),
        try count(["--tag", "rus"]), try count(["--origin", "old.tmx"]),
        try count(["--since", "2021-03-04", "--until", "2021-03-05"]), try count(["--since", "2021-03-05"]),
      ]
      #expect(counts == [4, 1, 3, 1, 3, 1, 0])
      #expect(try Tool.run("export", "--since", "mars", in: folder).status == 2)
    }
  }

  @Test func anOmegaTProjectHasMemoryAndGlossaryAndKeepsItsSettings() throws {
    try MemoryFixture.withWorkspace { (folder: URL) throws in
      let made = try Tool.run("export", "--format", "omegat", "-o", "project", in: folder)
      #expect(made.status == 0)
      let project = folder.appending(path: "project")
      for file in ["omegat.project", "tm/corridor.tmx", "glossary/corridor.txt"] {
        #expect(FileManager.default.fileExists(atPath: project.appending(path: file).path), "\(file)")
      }
      try Data("<omegat>mine</omegat>".utf8).write(to: project.appending(path: "omegat.project"))
      _ = try Tool.run("export", "--format", "omegat", "-o", "project", in: folder)
      let kept = try String(contentsOf: project.appending(path: "omegat.project"), encoding: .utf8)
      #expect(kept == "<omegat>mine</omegat>")
    }
  }
}
