import Foundation
import Testing

@Suite struct InitCommandTests {
  @Test func aWorkspaceIsMadeAndFoundByEveryCommand() throws {
    try Tool.inTemporaryFolder { folder in
      let made = try Tool.run("init", "desk", in: folder)
      #expect(made.status == 0)
      #expect(made.lines == ["desk/corridor.yml", "desk/glossary/terms.csv"])
      let desk = folder.appending(path: "desk")
      let added = try Tool.run(
        "glossary", "add", "iron_kite", "fr=cerf-volant de fer", "en=iron kite", in: desk,
        environment: ["CORRIDOR_CACHE": folder.path])
      #expect(added.status == 0)
      let found = try Tool.run(
        "lookup", "cerfs-volants de fer", "--format", "json", in: desk, environment: ["CORRIDOR_CACHE": folder.path])
      #expect(try found.list().first?["concept"] as? String == "iron_kite")
    }
  }

  @Test func whatIsThereIsLeftAlone() throws {
    try Tool.inTemporaryFolder { folder in
      _ = try Tool.run("init", in: folder)
      let again = try Tool.run("init", in: folder)
      #expect(again.status == 3)
      #expect(again.messages == "./corridor.yml: error: is there already; remove it, or name another folder\n")
    }
  }
}
