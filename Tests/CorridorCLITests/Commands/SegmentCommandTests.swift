import Foundation
import Testing

@Suite struct SegmentCommandTests {
  @Test(arguments: ["01", "02", "03", "04", "05", "06"], ["fr", "en"])
  func theSeedsAreCutAsByHand(article: String, language: String) throws {
    let folder = Tool.seeds
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: folder.path)
        .first { $0.hasPrefix(article) && $0.hasSuffix(".\(language).txt") })
    let gold = try String(contentsOf: folder.appending(path: "gold/\(article).\(language).sents"), encoding: .utf8)
    let run = try Tool.run("segment", name, in: folder)
    #expect(run.status == 0)
    #expect(run.lines == gold.split(separator: "\n").map(String.init))
  }

  @Test func everyRowOfJSONPointsIntoTheFile() throws {
    let file = Tool.seeds.appending(path: "03-le-rail-de-l-araxe.fr.txt")
    let text = Array(try String(contentsOf: file, encoding: .utf8).unicodeScalars)
    let rows = try Tool.run("segment", file.path, "--format", "jsonl").objects()
    #expect(rows.count == 22)
    for (i, row) in rows.enumerated() {
      let offset = try #require(row["offset"] as? Int)
      let sentence = try #require(row["text"] as? String)
      let there = String(String.UnicodeScalarView(text[offset..<(offset + sentence.unicodeScalars.count)]))
      #expect(there == sentence)
      #expect(row["sentence"] as? Int == i)
      #expect(row["file"] as? String == file.path)
    }
  }

  @Test func standardInputIsReadAndItsLanguageTold() throws {
    let run = try Tool.run("segment", "-", input: "Le ministre est parti. M. Aliev reste dans la capitale.\n")
    #expect(run.lines == ["Le ministre est parti.", "M. Aliev reste dans la capitale."])
    #expect(run.messages.contains("detected as fr"))
    #expect(try Tool.run("segment", "-", "--quiet", input: "Le ministre est parti.").messages == "")
  }

  @Test func wrappedTextBreaksAtBlankLinesOnly() throws {
    let text = "Le ministre\nest parti. Il\nreviendra.\n\nTitre\n"
    let run = try Tool.run("segment", "-", "--lang", "fr", "--wrapped", input: text)
    #expect(run.lines == ["Le ministre est parti.", "Il reviendra.", "Titre"])
  }

  @Test func emptyInputIsNoError() throws {
    for format in ["lines", "jsonl", "tmx"] {
      let run = try Tool.run("segment", "-", "--lang", "fr", "--format", format, input: "")
      #expect(run.status == 0)
      #expect(run.output.isEmpty == (format != "tmx"))
    }
  }

  @Test func sixteenBitTextWithAMarkIsRead() throws {
    var data = Data([0xFF, 0xFE])
    data.append(try #require("Il est né. Elle part.".data(using: .utf16LittleEndian)))
    let run = try Tool.run(Tool.executable, ["segment", "-", "--lang", "fr"], input: data)
    #expect(run.lines == ["Il est né.", "Elle part."])
  }

  @Test func aLanguageWithoutRulesUsesTheRootRulesAndSaysSo() throws {
    let run = try Tool.run("segment", "-", "--lang", "mt", input: "Hija telqet. Huwa baqa'.")
    #expect(run.status == 0)
    #expect(run.lines.count == 2)
    #expect(run.messages.contains("root rules"))
  }

  @Test func aFolderStandsForItsTexts() throws {
    let run = try Tool.run("segment", "seeds", "--format", "jsonl")
    #expect(run.status == 0)
    #expect(Set(try run.objects().compactMap { $0["file"] as? String }).count == 12)
  }

  @Test func explainNamesTheRuleOfEveryPlace() throws {
    let run = try Tool.run("segment", "-", "--lang", "fr", "--explain", input: "M. Aliev est parti. Il a dit non.\n")
    #expect(run.lines.count == 2)
    #expect(run.lines[0].hasPrefix("-:1:3: goes on: "))
    #expect(run.lines[1].contains(": ends: "))
    #expect(run.lines.allSatisfy { $0.contains("  [") && $0.hasSuffix(".") })
  }

  @Test func ourRulesGoOutAsSRXAndComeBack() throws {
    try Tool.inTemporaryFolder { folder in
      let rules = folder.appending(path: "rules.srx").path
      #expect(try Tool.run("segment", "--export-srx", "-o", rules).status == 0)
      let file = Tool.seeds.appending(path: "02-convoi-de-latchine.fr.txt").path
      let run = try Tool.run("segment", file, "--srx", rules, "--quiet")
      #expect(run.status == 0)
      #expect(run.lines.count == 22)
    }
  }

  @Test func anSRXRuleComesBeforeOurs() throws {
    try Tool.inTemporaryFolder { folder in
      let rules = """
        <srx xmlns="http://www.lisa.org/srx20" version="2.0"><header segmentsubflows="yes" cascade="yes"/><body>
        <languagerules><languagerule languagerulename="x"><rule break="no"><beforebreak>parti\\.</beforebreak>
        <afterbreak>\\s</afterbreak></rule></languagerule></languagerules>
        <maprules><languagemap languagepattern="FR.*" languagerulename="x"/></maprules></body></srx>
        """
      let path = folder.appending(path: "r.srx")
      try rules.write(to: path, atomically: true, encoding: .utf8)
      let text = "Il est parti. Elle reste. Ils rient.\n"
      #expect(try Tool.run("segment", "-", "--lang", "fr", input: text).lines.count == 3)
      #expect(try Tool.run("segment", "-", "--lang", "fr", "--srx", path.path, input: text).lines.count == 2)
      #expect(try Tool.run("segment", "-", "--lang", "en", "--srx", path.path, input: text).lines.count == 3)
      try rules.replacing("parti", with: "(parti").write(to: path, atomically: true, encoding: .utf8)
      let broken = try Tool.run("segment", "-", "--lang", "fr", "--srx", path.path, input: text)
      #expect(broken.status == 3)
      #expect(broken.messages.contains("r.srx:2:"))
    }
  }
}
