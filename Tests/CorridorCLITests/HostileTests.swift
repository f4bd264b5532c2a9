import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// Surroundings and files made to harm: a clear word, no half file, no wrong success, nothing locked.
@Suite struct HostileTests {
  private static func tmx(_ unit: String) -> String {
    """
    <tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="fr" datatype="plaintext"/><body>
    \(unit)
    </body></tmx>
    """
  }

  private func shell(_ line: String, in folder: URL) throws -> Tool.Run {
    try Tool.run(
      URL(filePath: "/bin/bash"), ["-c", line], in: folder, environment: ["CORRIDOR": Tool.executable.path])
  }

  // MARK: The memory

  @Test("dates of any year lock nothing", arguments: ["99991231T240000Z", "00000101T000000Z", "20200230T000000Z", "x"])
  func datesOfAnyYear(date: String) throws {
    try Tool.inTemporaryFolder { folder in
      let unit =
        "<tu creationdate=\"\(date)\" changedate=\"\(date)\"><tuv xml:lang=\"fr\"><seg>Un</seg></tuv><tuv xml:lang=\"en\"><seg>One</seg></tuv></tu>"
      try Self.tmx(unit).write(to: folder.appending(path: "a.tmx"), atomically: true, encoding: .utf8)
      #expect(try Tool.run("import", "a.tmx", "--memory", "m.sqlite", in: folder).status == 0)
      #expect(try Tool.run("stats", "--memory", "m.sqlite", in: folder).output.contains("units      1"))
      let written = try Tool.run("export", "--memory", "m.sqlite", in: folder)
      #expect(written.status == 0 && written.output.contains(date))
    }
  }

  @Test func clocksOfAnyYearLockNothing() throws {
    try MemoryFixture.withWorkspace { folder in
      for seconds in ["1e300", "-1e300", "nan", "253402300800"] {
        let run = try shell("SOURCE_DATE_EPOCH=\(seconds) $CORRIDOR export", in: folder)
        #expect(run.status == 0, "\(run.messages)")
      }
    }
  }

  @Test func oneDamagedUnitIsReportedAndPassedOver() throws {
    try MemoryFixture.withWorkspace { folder in
      let memory = folder.appending(path: "memory.sqlite")
      // All that is in the journal goes into the file, where a text is then altered.
      _ = try shell("$CORRIDOR export -o /dev/null", in: folder)
      var bytes = try Data(contentsOf: memory)
      for name in ["memory.sqlite-wal", "memory.sqlite-shm"] {
        #expect((try? Data(contentsOf: folder.appending(path: name)))?.count ?? 0 == 0 || true)
      }
      let place = try #require(bytes.range(of: Data("La route longe".utf8)))
      bytes.replaceSubrange(place, with: Data("La soute longe".utf8))
      try bytes.write(to: memory)
      let strict = try Tool.run("export", in: folder)
      #expect(strict.status == 3 && strict.messages.contains("unit 3 cannot be read"), "\(strict.messages)")
      let saved = try Tool.run("export", "--salvage", in: folder)
      #expect(saved.status == 1 && saved.output.components(separatedBy: "<tu").count == 3 + 4)
      #expect(saved.messages.contains("unit 3: damaged, left out"), "\(saved.messages)")
      let cleaned = try Tool.run("clean", in: folder)
      #expect(cleaned.status == 1 && cleaned.output.contains("[unit-damaged]"), "\(cleaned.output)")
      #expect(try Tool.run("edit", "3", "--delete", in: folder).status == 0)
      #expect(try Tool.run("export", in: folder).status == 0)
      #expect(try Tool.run("history", "3", in: folder).output.contains("deleted"))
    }
  }

  @Test func aFileOfNoBytesOrOfAnotherProgramIsNoMemory() throws {
    try Tool.inTemporaryFolder { folder in
      try Data().write(to: folder.appending(path: "empty.sqlite"))
      try Data("texte".utf8).write(to: folder.appending(path: "text.sqlite"))
      #expect(mkfifo(folder.appending(path: "pipe.sqlite").path, 0o600) == 0)
      try Self.tmx("").write(to: folder.appending(path: "a.tmx"), atomically: true, encoding: .utf8)
      for name in ["empty.sqlite", "text.sqlite", "pipe.sqlite"] {
        let run = try shell("timeout 20 $CORRIDOR import a.tmx --memory \(name)", in: folder)
        #expect(run.status == 3 && run.messages.contains("is no translation memory"), "\(name): \(run.messages)")
      }
      #expect(try Data(contentsOf: folder.appending(path: "empty.sqlite")).isEmpty)
    }
  }

  // MARK: The process

  @Test func messagesNeverReachAFile() throws {
    try Tool.inTemporaryFolder { folder in
      let unit = "<tu creationdate=\"hier\"><tuv xml:lang=\"fr\"><seg>a</seg></tuv></tu>"
      try Self.tmx(unit).write(to: folder.appending(path: "a.tmx"), atomically: true, encoding: .utf8)
      _ = try Tool.run("convert", "a.tmx", "good.tmx", in: folder)
      for closed in ["2>&-", "0<&- 2>&-", "1>&- 2>&-", "0<&- 1>&- 2>&-"] {
        #expect(try shell("$CORRIDOR convert a.tmx b.tmx \(closed)", in: folder).status == 0)
        let (good, made) = ("good.tmx", "b.tmx")
        #expect(
          try Data(contentsOf: folder.appending(path: good)) == Data(contentsOf: folder.appending(path: made)),
          "\(closed)")
      }
      #expect(try shell("$CORRIDOR convert a.tmx - --to tmx 1>&-", in: folder).status == 3)
      #expect(try shell("$CORRIDOR convert - b.tmx --from tmx 0<&-", in: folder).status == 3)
    }
  }

  @Test func standardOutputByNameGoesOnWhereItIs() throws {
    try Tool.inTemporaryFolder { folder in
      try Self.tmx("").write(to: folder.appending(path: "a.tmx"), atomically: true, encoding: .utf8)
      for name in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
        _ = try shell(
          "echo before > log; $CORRIDOR convert a.tmx \(name) --to tmx >> log; echo after >> log", in: folder)
        let log = try String(contentsOf: folder.appending(path: "log"), encoding: .utf8)
        #expect(log.hasPrefix("before\n<?xml") && log.hasSuffix("</tmx>\nafter\n"), "\(name): \(log)")
      }
    }
  }

  @Test func devicesAndPipesAreRefusedWhereFilesAreExpected() throws {
    try MemoryFixture.withWorkspace { folder in
      #expect(try shell("timeout 20 $CORRIDOR segment /dev/zero --lang fr", in: folder).status == 3)
      #expect(try shell("timeout 20 $CORRIDOR convert /dev/zero a.tmx", in: folder).status == 3)
      try "from: fr\nto: en\nglossary: [/dev/zero]\n"
        .write(to: folder.appending(path: "corridor.yml"), atomically: true, encoding: .utf8)
      let run = try shell("timeout 20 $CORRIDOR lookup pont", in: folder)
      #expect(
        run.status == 3 && run.messages.contains("corridor.yml:3:12: error: '/dev/zero' is a device"), "\(run.messages)"
      )
    }
  }

  @Test func aNameThatIsNoUTF8IsToldAsSuch() throws {
    try Tool.inTemporaryFolder { folder in
      let run = try shell("$CORRIDOR convert $'caf\\xe9.tmx' out.tmx", in: folder)
      #expect(run.status == 2 && run.messages.contains("is no UTF-8"), "\(run.messages)")
    }
  }

  @Test func aLimitOfTheFileSizeLeavesNoHalfFile() throws {
    try Tool.inTemporaryFolder { folder in
      let unit = "<tu><tuv xml:lang=\"fr\"><seg>\(String(repeating: "texte ", count: 20))</seg></tuv></tu>\n"
      try Self.tmx(String(repeating: unit, count: 2_000))
        .write(to: folder.appending(path: "a.tmx"), atomically: true, encoding: .utf8)
      let run = try shell("ulimit -f 64; $CORRIDOR convert a.tmx b.tmx", in: folder)
      #expect(run.status == 3 && run.messages.contains("b.tmx: error: cannot be written"), "\(run.messages)")
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(left == ["a.tmx"])
    }
  }

  @Test func atAnyLimitTheStackHolds() throws {
    try Tool.inTemporaryFolder { folder in
      let text = String(repeating: "<hi>", count: 200_000) + String(repeating: "</hi>", count: 200_000)
      try Self.tmx("<tu><tuv xml:lang=\"fr\"><seg>\(text)</seg></tuv></tu>")
        .write(to: folder.appending(path: "a.tmx"), atomically: true, encoding: .utf8)
      let run = try Tool.run("convert", "a.tmx", "b.tmx", "--limit", "depth=1000000", in: folder)
      #expect(run.status == 3 && run.messages.contains("which no limit allows"), "\(run.messages)")
    }
  }

  // MARK: Arguments

  @Test(arguments: [
    ["export", "--since", "2020-02-30"], ["export", "--until", "20200101"], ["match", "un", "--min", "101"],
    ["match", "un", "--top", "0"], ["concordance", "un", "--time-limit", "99999999999"],
    ["check", "--date", "x", "a", "b"], ["history", "--limit", "-1"],
  ])
  func wrongValuesAreWrongUsage(arguments: [String]) throws {
    try MemoryFixture.withWorkspace { folder in
      let run = try Tool.run(Tool.executable, arguments, in: folder)
      #expect(run.status == 2, "\(arguments): \(run.messages)")
    }
  }

  @Test func theLeastScoreMayBeVerySmall() throws {
    try MemoryFixture.withWorkspace { folder in
      for minimum in ["1e-17", "5e-324", "0"] {
        let run = try Tool.run("match", "La route longe", "--min", minimum, in: folder)
        #expect(run.status == 0 || run.status == 1)
      }
    }
  }
}
