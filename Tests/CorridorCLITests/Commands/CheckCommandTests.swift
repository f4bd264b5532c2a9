import Foundation
import Testing

@Suite struct CheckCommandTests {
  struct Slip {
    let file: String
    let line, column: Int
    let type, wrong, expected: String
  }

  static func slips() throws -> [Slip] {
    try String(contentsOf: Tool.seeds.appending(path: "gold/slips.tsv"), encoding: .utf8)
      .split(separator: "\n").dropFirst().map { row in
        let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return Slip(
          file: fields[0], line: Int(fields[1]) ?? 0, column: Int(fields[2]) ?? 0, type: fields[3], wrong: fields[4],
          expected: fields[5])
      }
  }

  private func findings(_ english: String) throws -> [[String: Any]] {
    let french = english.replacingOccurrences(of: ".en.txt", with: ".fr.txt")
    return try Tool.run("check", "--source", french, "--target", english, "--format", "json", in: Tool.seeds).list()
  }

  @Test(arguments: ["02-convoi-de-latchine.en.txt", "05-frontiere-a-kirants.en.txt"])
  func everyPlantedSlipIsReportedWhereItStands(file: String) throws {
    let found = try findings(file)
    for slip in try Self.slips() where slip.file == file {
      let there = found.filter { finding in
        guard finding["line"] as? Int == slip.line, let column = finding["column"] as? Int,
          let length = finding["length"] as? Int
        else { return false }
        return column <= slip.column && slip.column < column + max(length, 1)
      }
      #expect(there.contains { $0["check"] as? String == slip.type }, "\(slip.line):\(slip.column) \(slip.wrong)")
      if slip.type != "term-missing" {
        let suggestions = there.flatMap { $0["suggestions"] as? [String] ?? [] }
        #expect(suggestions.contains { $0.contains(slip.expected) }, "\(slip.wrong) → \(suggestions)")
      }
    }
  }

  @Test func aRunOfTextsIsCheckedAcrossThem() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "corridor-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in [
      ("a", "Tigran Khachaturov came."), ("b", "Tigran Khachaturov left."), ("c", "Tigran Khatchatourov spoke."),
    ] {
      try text.write(to: folder.appending(path: "\(name).en.txt"), atomically: true, encoding: .utf8)
    }
    let run = try Tool.run("check", folder.path, "--format", "json")
    let found = try run.list()
    #expect(run.status == 1)
    #expect(found.count == 1)
    #expect((found[0]["file"] as? String)?.hasSuffix("c.en.txt") == true)
    #expect(found[0]["suggestions"] as? [String] == ["Tigran Khachaturov"])
    let evidence = (found[0]["evidence"] as? [String])?.joined() ?? ""
    #expect(evidence.contains("a.en.txt:1:1"), "\(evidence)")
  }

  @Test func aTextIsCheckedAgainstTheNamesOfTheMemory() throws {
    try Tool.inTemporaryFolder { folder in
      _ = try Tool.run("init", in: folder)
      let cache = ["CORRIDOR_CACHE": folder.appending(path: "cache").path]
      let pairs =
        "Tigrane Khatchatourov est venu.\tTigran Khachaturov came.\nTigrane Khatchatourov parle.\tTigran Khachaturov speaks.\n"
      try Data(pairs.utf8).write(to: folder.appending(path: "p.tsv"))
      _ = try Tool.run("import", "p.tsv", in: folder)
      let text = "Tigran Khatchatourov left.\n"
      let run = try Tool.run(
        "check", "-", "--lang", "en", "--format", "json", input: text, in: folder, environment: cache)
      let found = try run.list()
      #expect(found.count == 1)
      #expect(found.first?["suggestions"] as? [String] == ["Tigran Khachaturov"])
      let evidence = (found.first?["evidence"] as? [String])?.joined(separator: "; ") ?? ""
      #expect(evidence.contains("the memory writes 'Khachaturov' 2 times"), "\(evidence)")
      #expect(evidence.contains("in unit 1 of "), "\(evidence)")
      // What comes later is read too; what stands in the cache is not read again.
      try Data("Lilit Simonian chante.\tLilit Simonyan sings.\n".utf8).write(to: folder.appending(path: "q.tsv"))
      _ = try Tool.run("import", "q.tsv", in: folder)
      let later = try Tool.run(
        "check", "-", "--lang", "en", "--format", "json", input: "Lilit Simonian sang.\n", in: folder,
        environment: cache
      )
      #expect(try later.list().first?["suggestions"] as? [String] == ["Lilit Simonyan"])
      let alone = try Tool.run("check", "-", "--lang", "en", "--no-memory", input: text, in: folder, environment: cache)
      #expect(alone.status == 0)
    }
  }

  @Test(arguments: [
    "01-treve-a-la-frontiere", "03-le-rail-de-l-araxe", "04-legislatives-en-georgie", "06-le-vin-du-caucase",
  ])
  func cleanTranslationsStaySilent(article: String) throws {
    let found = try findings(article + ".en.txt").map { "\($0["check"] ?? "") \($0["message"] ?? "")" }
    #expect(found == [])
  }

  @Test func findingsEndWithOneAndSilenceWithNothing() throws {
    let run = try Tool.run("check", "-", "--lang", "en", input: "The cease-fire holds.\n")
    #expect(run.status == 1)
    #expect(run.output.hasPrefix("-:1:5: error: 'cease-fire' is deprecated"))
    #expect(run.output.contains("[term-forbidden]"))
    let clean = try Tool.run("check", "-", "--lang", "en", input: "The ceasefire holds.\n")
    #expect(clean.status == 0)
    #expect(clean.output.isEmpty)
  }

  @Test func onlyTheNamedChecksRun() throws {
    let run = try Tool.run(
      "check", "-", "--lang", "en", "--only", "name-variant", input: "The cease-fire holds.\n")
    #expect(run.status == 0)
  }

  @Test func twoPeopleOfOneSurnameAreNoInconsistency() throws {
    let text =
      "Serzh Sargsyan met Armen Sarkissian. Sarkissian had been ambassador in London; Sargsyan led the party.\n"
    let run = try Tool.run("check", "-", "--lang", "en", "--only", "name-variant", input: text)
    #expect(run.output == "")
  }

  @Test func aHouseStyleKnowsAQuotationFromTheWritersWords() throws {
    let text = "Les troupes sont entrées à Chouchi. «Chouchi est à nous», dit-il.\nIl est parti pour l’Artsakh.\n"
    let run = try Tool.run(
      "check", "-", "--lang", "fr", "--profile", "agency-neutral", "--only", "term-forbidden", input: text)
    #expect(run.status == 1)
    #expect(
      run.lines == [
        "-:1:28: warning: Neutral agency style has 'Chouchi' only in quotations or with its source; write 'Choucha' [term-forbidden]",
        "-:2:21: warning: Neutral agency style has 'Artsakh' only in quotations or with its source; write 'Haut-Karabakh' [term-forbidden]",
      ])
    #expect(try Tool.run("check", "-", "--lang", "fr", "--only", "term-forbidden", input: text).status == 0)
  }

  @Test func anUnknownHouseStyleIsWrongUsage() throws {
    let run = try Tool.run("check", "-", "--lang", "fr", "--profile", "tabloid", input: "Rien.")
    #expect(run.status == 2)
    #expect(run.messages.contains("there is no house style 'tabloid'; there are agency-neutral, official-names, un"))
  }

  @Test func twoFoldersArePairedAndCheckedAsSinglePairsAre() throws {
    try Tool.inTemporaryFolder { folder in
      let names = ["02-convoi-de-latchine", "05-frontiere-a-kirants"]
      for language in ["fr", "en"] {
        let place = folder.appending(path: language)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for name in names {
          try FileManager.default.copyItem(
            at: Tool.seeds.appending(path: "\(name).\(language).txt"),
            to: place.appending(path: "\(name).\(language).txt"))
        }
      }
      let together = try Tool.run("check", "--source", "fr", "--target", "en", in: folder)
      #expect(together.status == 1)
      var single = ""
      for name in names {
        single += try Tool.run("check", "--source", "fr/\(name).fr.txt", "--target", "en/\(name).en.txt", in: folder)
          .output
      }
      #expect(!single.isEmpty && together.output == single)
      let list = try Tool.run("check", "--source", "fr", "--target", "en", "--format", "json", in: folder).list()
      #expect(list.count == together.lines.count)
      // A folder and a file are no pair; a text without its translation is named.
      #expect(try Tool.run("check", "--source", "fr", "--target", "en/\(names[0]).en.txt", in: folder).status == 2)
      try FileManager.default.removeItem(at: folder.appending(path: "en/\(names[1]).en.txt"))
      let less = try Tool.run("check", "--source", "fr", "--target", "en", "--only", "term-missing", in: folder)
      #expect(less.status == 1)
      #expect(less.messages.contains("fr/\(names[1]).fr.txt: no counterpart in the other folder"))
    }
  }

  @Test func whatIsAcceptedIsSilentFromThenOn() throws {
    try Tool.inTemporaryFolder { folder in
      try Data("Il a franchi le poste de contrôle. Le traité de paix attend.\n".utf8)
        .write(to: folder.appending(path: "a.fr.txt"))
      try Data("He went through the barrier. The peace deal is awaited.\n".utf8)
        .write(to: folder.appending(path: "a.en.txt"))
      _ = try Tool.run("init", in: folder)
      let pair = ["check", "--source", "a.fr.txt", "--target", "a.en.txt"]
      func run(_ more: String...) throws -> Tool.Run { try Tool.run(Tool.executable, pair + more, in: folder) }
      #expect(try run("--only", "term-missing").lines.count == 2)
      // The reason is asked for.
      #expect(try run("--accept").status == 2)
      let accepted = try run("--accept", "--why", "their word", "--only", "term-missing", "--importance", "key")
      #expect(accepted.status == 0 && accepted.lines.count == 1 && accepted.output.contains("peace treaty"))
      let left = try run("--only", "term-missing")
      #expect(left.lines.count == 1 && left.output.contains("checkpoint"))
      let table = try String(contentsOf: folder.appending(path: "accepted-names.csv"), encoding: .utf8)
      #expect(table.hasSuffix(",their word\n"))
    }
  }

  @Test func everydayWordsAreAskedForOnRequest() throws {
    try Tool.inTemporaryFolder { folder in
      try Data("La médiation a duré.\n".utf8).write(to: folder.appending(path: "a.fr.txt"))
      try Data("It took a long time.\n".utf8).write(to: folder.appending(path: "a.en.txt"))
      let pair = ["check", "--source", "a.fr.txt", "--target", "a.en.txt", "--only", "term-missing"]
      #expect(try Tool.run(Tool.executable, pair, in: folder).status == 0)
      let all = try Tool.run(Tool.executable, pair + ["--importance", "background"], in: folder)
      #expect(all.status == 1 && all.output.contains("mediation"))
    }
  }
}
