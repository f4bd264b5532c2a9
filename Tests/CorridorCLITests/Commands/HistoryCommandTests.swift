import Foundation
import Testing

@Suite struct HistoryCommandTests {
  @Test func anEditAndADeletionLeaveATrace() throws {
    try MemoryFixture.withWorkspace { (folder: URL) throws in
      let edited = try Tool.run(
        "edit", "3", "--text", "en=The road runs along the river for 14 kilometres.", in: folder)
      #expect(edited.status == 0)
      #expect(
        try Tool.run("match", "La route longe la rivière sur 14 kilomètres.", in: folder).output.contains("runs along"))
      #expect(try Tool.run("edit", "3", "--delete", in: folder).status == 0)
      #expect(
        try Tool.run("match", "La route longe la rivière sur 14 kilomètres.", "--format", "tsv", in: folder).output
          .isEmpty)
      let history = try Tool.run("history", "3", in: folder)
      #expect(history.output.contains("was en\tThe road runs along"))
      #expect(history.output.contains("was en\tThe road follows"))
      let all = try Tool.run("history", "--format", "json", in: folder).list()
      #expect(all.map { $0["note"] as? String } == ["delete unit 3", "edit unit 3", "import old.tmx"])
      #expect(all.last?["added"] as? Int == 3)
    }
  }

  @Test func aUnitThatNeverWasIsWrongUsage() throws {
    try MemoryFixture.withWorkspace { (folder: URL) throws in
      #expect(try Tool.run("history", "99", in: folder).status == 2)
      #expect(try Tool.run("edit", "99", "--delete", in: folder).status == 2)
      #expect(try Tool.run("edit", "1", "--text", "ru=Нет", in: folder).status == 2)
    }
  }
}
