import Foundation
import Testing

@Suite struct StatsCommandTests {
  @Test func memoryAndGlossaryAreCounted() throws {
    try MemoryFixture.withWorkspace { (folder: URL) throws in
      let run = try Tool.run("stats", "--format", "json", in: folder)
      #expect(run.status == 0)
      let figures = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      let memory = try #require(figures["memory"] as? [String: Any])
      #expect(memory["units"] as? Int == 3)
      let months = try #require(memory["months"] as? [[String: Any]])
      #expect(months.map { $0["name"] as? String } == ["2021-03"])
      let glossary = try #require(figures["glossary"] as? [String: Any])
      #expect((glossary["concepts"] as? Int ?? 0) > 500)
    }
  }

  @Test func theSentencesOfATextAreSortedByTheirBestMatch() throws {
    try MemoryFixture.withWorkspace { (folder: URL) throws in
      let text = "Le pont a été rouvert. La route longe la rivière sur 90 kilomètres. Personne ne le savait alors.\n"
      try Data(text.utf8).write(to: folder.appending(path: "new.fr.txt"))
      let run = try Tool.run("stats", "new.fr.txt", in: folder)
      #expect(run.output.contains("100   1 sentences, 5 words"))
      #expect(run.output.contains("85–94   1 sentences"))
      #expect(run.output.contains("none   1 sentences"))
      let page = try Tool.run("stats", "new.fr.txt", "--format", "html", in: folder)
      #expect(page.output.contains("<svg"))
    }
  }

  @Test func withoutAWorkspaceTheGlossaryIsCountedAlone() throws {
    try Tool.inTemporaryFolder { (folder: URL) throws in
      let run = try Tool.run("stats", in: folder)
      #expect(run.status == 0)
      #expect(run.output.contains("glossary   "))
    }
  }
}
