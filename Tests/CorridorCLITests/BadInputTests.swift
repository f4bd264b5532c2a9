import Foundation
import Testing

/// What the command says and how it ends when it is given what it cannot use.
@Suite struct BadInputTests {
  private func segment(_ bytes: [UInt8]) throws -> Tool.Run {
    try Tool.inTemporaryFolder { folder in
      try Data(bytes).write(to: folder.appending(path: "bad.txt"))
      return try Tool.run("segment", "bad.txt", "--lang", "fr", in: folder)
    }
  }

  @Test func aMissingFileIsNamed() throws {
    let run = try Tool.run("segment", "nowhere.txt")
    #expect(run.status == 3)
    #expect(run.messages == "nowhere.txt: error: no such file; check the path\n")
    #expect(run.output.isEmpty)
  }

  @Test func invalidBytesAreCountedAndPlaced() throws {
    let run = try segment(Array("Bon.\nUn caf".utf8) + [0xE9] + Array(" noir".utf8))
    #expect(run.status == 3)
    #expect(run.messages.hasPrefix("bad.txt:2:7: error: "))
    #expect(run.messages.contains("offset 11"))
    #expect(run.messages.split(separator: "\n").count == 1)
  }

  @Test(arguments: ["segment", "check", "names list", "annotate"])
  func aMemoryIsNotReadAsProse(command: String) throws {
    let run = try Tool.inTemporaryFolder { folder in
      let memory = "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><header/><body/></tmx>\n"
      try Data(memory.utf8).write(to: folder.appending(path: "memory.tmx"))
      return try Tool.run(
        Tool.executable, command.split(separator: " ").map(String.init) + ["memory.tmx"], in: folder)
    }
    #expect(run.status == 3)
    #expect(run.messages.hasPrefix("memory.tmx: error: is Translation Memory eXchange"))
    #expect(run.messages.contains("'corridor convert'"))
    #expect(run.output.isEmpty)
  }

  @Test func sixteenBitTextWithoutAMarkIsRefused() throws {
    let run = try segment(Array("Il est né.".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    #expect(run.status == 3)
    #expect(run.messages.contains("error: "))
  }

  @Test(arguments: [[0x41, 0x00, 0x42], [0x7F, 0x45, 0x4C, 0x46, 0x02, 0x00, 0xFF, 0xFE]] as [[UInt8]])
  func binaryDataIsRefused(bytes: [UInt8]) throws {
    let run = try segment(bytes)
    #expect(run.status == 3)
    #expect(run.messages.hasPrefix("bad.txt:1:"))
    #expect(run.output.isEmpty)
  }

  @Test(arguments: ["fr_FR", "", "français", "x"]) func aMalformedTagIsWrongUsage(tag: String) throws {
    let run = try Tool.run("segment", "-", "--lang", tag, input: "Bon.")
    #expect(run.status == 2)
    #expect(run.messages.contains("lang"))
  }

  @Test func unknownOptionsAndCommandsAreWrongUsage() throws {
    #expect(try Tool.run("segment", "--nonsense").status == 2)
    #expect(try Tool.run("frobnicate").status == 2)
    #expect(try Tool.run("check").status == 2)
    #expect(try Tool.run("check", "x.txt", "--only", "no-such-check").status == 2)
  }

  @Test func helpAndVersionAreNoErrors() throws {
    #expect(try Tool.run("--help").status == 0)
    #expect(try Tool.run("--version").output == "0.1.0\n")
    for command in ["segment", "align", "annotate", "lookup", "check"] {
      let help = try Tool.run(command, "--help")
      #expect(help.status == 0)
      #expect(help.output.contains("Example: corridor \(command)"))
      #expect(try Tool.run(command, "--version").status == 0)
    }
  }

  @Test func aGlossaryRowWithAMissingColumnIsPlaced() throws {
    try Tool.inTemporaryFolder { folder in
      let table = "concept,lang,term,status,kind,note\nerevan,fr,Erevan,preferred\n"
      try table.write(to: folder.appending(path: "g.csv"), atomically: true, encoding: .utf8)
      let run = try Tool.run("lookup", "Erevan", "--glossary", "g.csv", in: folder)
      #expect(run.status == 3)
      #expect(run.messages.hasPrefix("g.csv:2:"))
    }
  }

  @Test func anUnwritableOutputLeavesNothing() throws {
    try Tool.inTemporaryFolder { folder in
      let run = try Tool.run("segment", "-", "--lang", "fr", "-o", "missing/out.txt", input: "Bon.", in: folder)
      #expect(run.status == 3)
      #expect(run.messages.contains("missing/out.txt"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }

  @Test func aFailureKeepsTheOldOutput() throws {
    try Tool.inTemporaryFolder { folder in
      let out = folder.appending(path: "out.txt")
      try "old".write(to: out, atomically: true, encoding: .utf8)
      #expect(try Tool.run("segment", "nowhere.txt", "-o", "out.txt", in: folder).status == 3)
      #expect(try String(contentsOf: out, encoding: .utf8) == "old")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out.txt"])
    }
  }

  @Test func aClosedPipeEndsInSilence() throws {
    let shell = URL(filePath: "/bin/bash")
    let script =
      "set -o pipefail; for i in $(seq 20000); do echo 'Une phrase de plus.'; done | '\(Tool.executable.path)' segment - --lang fr | head -1"
    let run = try Tool.run(shell, ["-c", script])
    #expect(run.output == "Une phrase de plus.\n")
    #expect(run.messages == "")
  }

  @Test func missingDataSaysWhatWasTried() throws {
    let run = try Tool.run("lookup", "Erevan", "--data", "/nonexistent")
    #expect(run.status == 3)
    #expect(run.messages.contains("/nonexistent"))
  }
}
