import Foundation
import Testing

@Suite struct NamesCommandTests {
  @Test func theGlossaryIsAskedFirstAndKeepsTheNameThatWasAskedFor() throws {
    let run = try Tool.run("names", "predict", "--from", "fr", "--to", "en", input: "Etchmiadzine\nErevan\n")
    let rows = run.lines.map { $0.split(separator: "\t").prefix(3).map(String.init) }
    #expect(rows == [["Etchmiadzine", "Etchmiadzin", "1.000"], ["Erevan", "Yerevan", "1.000"]])
  }

  @Test func predictionsHaveFiveColumns() throws {
    let run = try Tool.run("names", "predict", input: "Sergueï Choïgou\nTbilissi\n")
    #expect(run.status == 0)
    let rows = run.output.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(rows.map(\.count) == [5, 5])
    #expect(rows[0][0] == "Sergueï Choïgou")
    #expect(Double(rows[1][2]) ?? -1 >= 0)
  }

  @Test(arguments: [
    ("Choïgou", "Shoigu", "same"), ("Пашинян", "Pashinyan", "same"), ("Poutine", "Poutina", "different"),
    ("Serge Sarkissian", "Armen Sarkissian", "different"),
  ])
  func pairsGetAVerdictAndAReason(first: String, second: String, verdict: String) throws {
    let run = try Tool.run("names", "match", input: "\(first)\t\(second)\n")
    let fields = run.output.split(separator: "\t", omittingEmptySubsequences: false)
    #expect(fields.count == 3)
    #expect(fields[1] == verdict)
  }

  @Test func aRowThatIsNoPairIsPlaced() throws {
    let run = try Tool.run("names", "match", input: "a\tb\nc\n")
    #expect(run.status == 3)
    #expect(run.messages.hasPrefix("-:2:1: error: "))
  }

  @Test func acceptedFindingsAreSilent() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "corridor-accept-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "accepted.csv").path
    let pair = [
      "--source", "seeds/05-frontiere-a-kirants.fr.txt", "--target", "seeds/05-frontiere-a-kirants.en.txt",
    ]
    let before = try Tool.run(Tool.executable, ["check"] + pair + ["--format", "json"]).list().count
    let accept = try Tool.run(
      Tool.executable, ["names", "accept"] + pair + ["--spelling", "Kirnats", "--into", file, "--why", "so signed"])
    #expect(accept.status == 0)
    #expect(accept.output == "accepted: 'Kirnats', not 'Kirants' [name-misspelt]\n")
    #expect(
      try String(contentsOfFile: file, encoding: .utf8).contains("name-misspelt,fr,en,Kirnats,Kirants,,,so signed"))
    #expect(
      try Tool.run(Tool.executable, ["check"] + pair + ["--format", "json", "--accepted", file]).list().count == before
        - 1)
    #expect(try Tool.run(Tool.executable, ["names", "accept"] + pair).status == 3)
  }

  @Test func spellingIsLearnedFromPairsIntoAReadableFile() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "corridor-train-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let table = folder.appending(path: "pairs.tsv")
    try "fr\ten\tnative\tlang\nPachinian\tPashinyan\tՓաշինյան\thy\n".write(to: table, atomically: true, encoding: .utf8)
    let run = try Tool.run("names", "train", table.path, "--no-from-glossary", "--remark", "Mine.")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("# What was learned of names"))
    #expect(run.output.contains("# Mine.\n"))
    try "fr\nPachinian\n".write(to: table, atomically: true, encoding: .utf8)
    let bad = try Tool.run("names", "train", table.path)
    #expect(bad.status == 3)
    #expect(bad.messages.contains("pairs.tsv:1:1: error: column 'en' is missing; add it"))
  }

  @Test func namesAreListedWithTheirPlaces() throws {
    let list = try Tool.run("names", "list", "seeds", "--format", "json").list()
    let yerevan = try #require(list.first { $0["name"] as? String == "yerevan" })
    let forms = try #require(yerevan["forms"] as? [[String: Any]])
    #expect(Set(forms.compactMap { $0["text"] as? String }).isSuperset(of: ["Erevan", "Yerevan"]))
    let page = try Tool.run("names", "list", "seeds", "--format", "html").output
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("Yerevan"))
    #expect(!page.contains("<script") && !page.contains("http"))
  }
}
