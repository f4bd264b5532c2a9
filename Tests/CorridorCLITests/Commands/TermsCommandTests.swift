import Foundation
import Testing

@Suite struct TermsCommandTests {
  private func units(_ folder: URL) throws -> URL {
    let pairs = [
      ("Le taux de change flottant baisse.", "The floating exchange rate falls."),
      ("Un taux de change flottant monte.", "A floating exchange rate rises."),
      ("Les taux de change flottants restent stables.", "Floating exchange rates remain stable."),
      ("L'école primaire ouvre.", "The primary school opens."),
      ("Une école primaire ferme.", "A primary school closes."),
      ("Les écoles primaires attendent.", "Primary schools wait."),
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
      #expect(rows.contains { $0[0] == "école primaire" && $0[2] == "3" && $0[3] == "primary school" })
      #expect(rows.contains { $0[0] == "taux de change flottant" && $0[3] == "floating exchange rate" })
    }
  }

  @Test func theTableIsReadyForTheGlossary() throws {
    try Tool.inTemporaryFolder { folder in
      let table = folder.appending(path: "own.csv").path
      let run = try Tool.run("terms", "extract", "--units", try units(folder).path, "--format", "csv", "-o", table)
      #expect(run.status == 0)
      let found = try Tool.run("lookup", "écoles primaires", "--glossary", table, "--format", "json")
      #expect(try found.list().first?["concept"] as? String == "primary_school")
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
      #expect(run.lines.contains { $0.hasPrefix("école primaire\t") && $0.contains("\tprimary school") })
    }
  }

  @Test func thePageMarksTheTermInItsSentence() throws {
    try Tool.inTemporaryFolder { folder in
      let run = try Tool.run("terms", "extract", "--units", try units(folder).path, "--format", "html")
      #expect(run.output.contains("<mark>école primaire</mark>"))
    }
  }

  @Test func aLanguageWithoutPatternsIsSaid() throws {
    let run = try Tool.run("terms", "extract", "-", "--lang", "fi", input: "Hyvää päivää.")
    #expect(run.status == 2)
    #expect(run.messages.contains("no patterns of terms for 'fi'; there are de, en, fr"))
  }

  @Test func whatTheGlossaryHasIsLeftOutUnlessAsked() throws {
    let text = String(repeating: "Le poste de contrôle et le cabinet médical d'Erevan ferment lundi soir.\n", count: 3)
    let run = try Tool.run("terms", "extract", "-", "--lang", "fr", "--quiet", input: text)
    let terms = run.lines.map { String($0.prefix { $0 != "\t" }) }
    #expect(terms.contains("cabinet médical"))
    #expect(!terms.contains { ["poste de contrôle", "Erevan", "lundi soir", "cabinet"].contains($0) }, "\(terms)")
    let all = try Tool.run("terms", "extract", "-", "--lang", "fr", "--quiet", "--all", input: text)
    #expect(all.lines.contains { $0.hasPrefix("poste de contrôle\t") })
  }

  @Test func rowsCanBePastedBelowATableWithMoreColumns() throws {
    try Tool.inTemporaryFolder { folder in
      let text = String(repeating: "Le cabinet médical ferme.\n", count: 3)
      let run = try Tool.run("terms", "extract", "-", "--lang", "fr", "--quiet", "--format", "csv", input: text)
      let rows = run.lines.dropFirst().joined(separator: "\n")
      let table =
        "concept,lang,term,status,kind,note,pos,number,importance\nbail,fr,bail,preferred,term,,noun,,key\n\(rows)\n"
      try table.write(to: folder.appending(path: "own.csv"), atomically: true, encoding: .utf8)
      let found = try Tool.run("lookup", "cabinet médical", "--glossary", "own.csv", "--format", "json", in: folder)
      #expect(try found.list().first?["concept"] as? String == "cabinet_medical")
    }
  }
}
