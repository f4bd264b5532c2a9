import Foundation
import Testing

@Suite struct ConvertCommandTests {
  private static let memory = """
    <?xml version="1.0" encoding="UTF-8"?>
    <tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" \
    srclang="FR-fr" datatype="plaintext"><note>kept</note></header><body>
    <tu tuid="a1" x-own="kept"><prop type="x-Context">1, 2</prop><note>first</note><prop type="client">Gazette</prop>
    <tuv xml:lang="FR-fr"><seg>Le <bpt i="1">&lt;b&gt;</bpt>couloir<ept i="1">&lt;/b&gt;</ept>  est fermé. </seg></tuv>
    <tuv xml:lang="en_GB"><seg>The <bpt i="1">&lt;b&gt;</bpt>corridor<ept i="1">&lt;/b&gt;</ept> is closed.</seg></tuv></tu>
    </body></tmx>
    """

  @Test func aMemoryComesBackWhole() throws {
    try Tool.inTemporaryFolder { folder in
      try Self.memory.write(to: folder.appending(path: "a.tmx"), atomically: true, encoding: .utf8)
      #expect(try Tool.run("convert", "a.tmx", "b.tmx", in: folder).status == 0)
      #expect(try Tool.run("convert", "b.tmx", "c.tmx", in: folder).status == 0)
      let first = try String(contentsOf: folder.appending(path: "b.tmx"), encoding: .utf8)
      #expect(try String(contentsOf: folder.appending(path: "c.tmx"), encoding: .utf8) == first)
      for piece in [
        "tuid=\"a1\"", "x-own=\"kept\"", "xml:lang=\"FR-fr\"", "xml:lang=\"en_GB\"", "Gazette", "<note>first</note>",
        "</ept>  est fermé. </seg>",
      ] {
        #expect(first.contains(piece), "\(piece)")
      }
    }
  }

  @Test func whatTheOutputCannotHoldIsListed() throws {
    try Tool.inTemporaryFolder { folder in
      try Self.memory.write(to: folder.appending(path: "a.tmx"), atomically: true, encoding: .utf8)
      let run = try Tool.run("convert", "a.tmx", "b.tsv", in: folder)
      #expect(run.status == 0)
      #expect(run.messages.contains("lost in "))
      #expect(try String(contentsOf: folder.appending(path: "b.tsv"), encoding: .utf8).contains("couloir"))
    }
  }

  @Test func damageIsRefusedWithItsPlaceAndLeavesTheOutput() throws {
    try Tool.inTemporaryFolder { folder in
      let cut = String(Self.memory.prefix(Self.memory.count - 60))
      try cut.write(to: folder.appending(path: "a.tmx"), atomically: true, encoding: .utf8)
      try "old".write(to: folder.appending(path: "b.tmx"), atomically: true, encoding: .utf8)
      let run = try Tool.run("convert", "a.tmx", "b.tmx", in: folder)
      #expect(run.status == 3)
      #expect(run.messages.hasPrefix("a.tmx:"))
      #expect(run.messages.contains(": error: "))
      #expect(try String(contentsOf: folder.appending(path: "b.tmx"), encoding: .utf8) == "old")
    }
  }

  @Test func anUnknownFormatIsWrongUsage() throws {
    #expect(try Tool.run("convert", "-", "-", "--to", "docx", input: "").status == 2)
    #expect(try Tool.run("convert", "-", "x.tmx", "--limit", "depth", input: "").status == 2)
  }

  @Test func validateReportsLevelsAndPlaces() throws {
    try Tool.inTemporaryFolder { folder in
      let odd = Self.memory.replacing("tuid=\"a1\"", with: "tuid=\"a1\" creationdate=\"yesterday\"")
      try odd.write(to: folder.appending(path: "a.tmx"), atomically: true, encoding: .utf8)
      let run = try Tool.run("validate", "a.tmx", in: folder)
      #expect(run.status == 1)
      #expect(run.lines.contains { $0.hasPrefix("a.tmx:3:") && $0.contains(": meaning: ") })
      try "<tmx version='1.4'><body>".write(to: folder.appending(path: "b.tmx"), atomically: true, encoding: .utf8)
      #expect(try Tool.run("validate", "b.tmx", in: folder).status == 1)
      #expect(try Tool.run("validate", "c.tmx", in: folder).status == 3)
    }
  }
}
