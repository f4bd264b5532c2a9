import Foundation
import Testing

@Suite struct TermsCommandTests {
  private func units(_ folder: URL) throws -> URL {
    let pairs = [
      ("Le taux de change flottant baisse.", "The floating exchange rate falls."),
      ("Un taux de change flottant monte.", "A floating exchange rate rises."),
      ("Les taux de change flottants restent stables.", "Floating exchange rates remain stable."),
      ("La banque centrale agit.", "The central bank acts."), ("Une banque centrale parle.", "A central bank speaks."),
      ("Les banques centrales attendent.", "Central banks wait."),
    ]
    let file = folder.appending(path: "units.tsv")
    try pairs.map { "\($0)\t\($1)\n" }.joined().write(to: file, atomically: true, encoding: .utf8)
    return file
  }

  @Test func phrasesAreFoundWithTheirTranslations() throws {
    try Tool.inTemporaryFolder { folder in
      let run = try Tool.run("terms", "extract", "--units", try units(folder).path, "--quiet")
      #expect(run.status == 0)
      let rows = run.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
      #expect(rows.contains { $0[0] == "banque centrale" && $0[2] == "3" && $0[3] == "central bank" })
      #expect(rows.contains { $0[0] == "taux de change flottant" && $0[3] == "floating exchange rate" })
    }
  }

  @Test func theTableIsReadyForTheGlossary() throws {
    try Tool.inTemporaryFolder { folder in
      let table = folder.appending(path: "own.csv").path
      let run = try Tool.run("terms", "extract", "--units", try units(folder).path, "--format", "csv", "-o", table)
      #expect(run.status == 0)
      let found = try Tool.run("lookup", "banques centrales", "--glossary", table, "--format", "json")
      #expect(try found.list().first?["concept"] as? String == "central_bank")
    }
  }

  @Test func columnsGoByTheCodesOfTheFirstLine() throws {
    try Tool.inTemporaryFolder { folder in
      let rows = try String(contentsOf: try units(folder), encoding: .utf8).split(separator: "\n").map { row in
        row.split(separator: "\t").reversed().joined(separator: "\t")
      }
      let swapped = folder.appending(path: "swapped.tsv")
      try rows.joined(separator: "\n").write(to: swapped, atomically: true, encoding: .utf8)
      let refused = try Tool.run("terms", "extract", "--units", "swapped.tsv", in: folder)
      #expect(refused.status == 2)
      #expect(refused.messages.contains("the first column reads as en, the second as fr"))
      let named = "en\tfr\n" + rows.joined(separator: "\n")
      try named.write(to: swapped, atomically: true, encoding: .utf8)
      let run = try Tool.run("terms", "extract", "--units", "swapped.tsv", "--quiet", in: folder)
      #expect(run.status == 0)
      #expect(run.lines.contains { $0.hasPrefix("banque centrale\t") && $0.contains("\tcentral bank") })
    }
  }

  @Test func thePageMarksTheTermInItsSentence() throws {
    try Tool.inTemporaryFolder { folder in
      let run = try Tool.run("terms", "extract", "--units", try units(folder).path, "--format", "html")
      #expect(run.output.contains("<mark>banque centrale</mark>"))
    }
  }

  @Test func aLanguageWithoutPatternsIsSaid() throws {
    let run = try Tool.run("terms", "extract", "-", "--lang", "fi", input: "Hyvää päivää.")
    #expect(run.status == 2)
    #expect(run.messages.contains("no patterns of terms for 'fi'; there are de, en, fr"))
  }
}
