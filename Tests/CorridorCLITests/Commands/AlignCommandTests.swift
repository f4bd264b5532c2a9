import Foundation
import Testing

@Suite struct AlignCommandTests {
  static let articles = ["01", "02", "03", "04", "05", "06"]

  private func files(_ article: String) throws -> (String, String) {
    let names = try FileManager.default.contentsOfDirectory(atPath: Tool.seeds.path)
    let french = try #require(names.first { $0.hasPrefix(article) && $0.hasSuffix(".fr.txt") })
    return (french, french.replacingOccurrences(of: ".fr.txt", with: ".en.txt"))
  }

  private func goldBeads(_ article: String) throws -> [String] {
    try String(contentsOf: Tool.seeds.appending(path: "gold/\(article).align"), encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  /// Strict F1 over the beads of all six, one-sided ones too: an omission next to an addition is a matter of taste.
  @Test func theSeedsAreAlignedAsByHand() throws {
    var (right, ours, gold) = (0, 0, 0)
    for article in Self.articles {
      let (french, english) = try files(article)
      let run = try Tool.run("align", french, english, "--format", "ladder", "--quiet", in: Tool.seeds)
      #expect(run.status == 0)
      let beads = run.lines.map {
        $0.split(separator: ":", omittingEmptySubsequences: false).prefix(2).joined(separator: ":")
      }
      let expected = try goldBeads(article)
      right += Set(beads).intersection(expected).count
      ours += beads.count
      gold += expected.count
    }
    let f1 = 2 * Double(right) / Double(ours + gold)
    #expect(f1 >= 0.95, "strict F1 \(f1)")
  }

  @Test func everyLadderRowHasAConfidence() throws {
    let (french, english) = try files("01")
    for line in try Tool.run("align", french, english, "--format", "ladder", in: Tool.seeds).lines {
      let fields = line.split(separator: ":", omittingEmptySubsequences: false)
      #expect(fields.count == 3)
      let confidence = try #require(fields.last.flatMap { Double($0) })
      #expect((0...1).contains(confidence))
    }
  }

  @Test func rowsHoldBothTextsOnOneLine() throws {
    let (french, english) = try files("02")
    let rows = try Tool.run("align", french, english, "--format", "tsv", in: Tool.seeds).lines
    #expect(rows.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 5 })
    #expect(rows.contains { $0.contains(",") && $0.split(separator: "\t")[0].contains(",") })
  }

  /// The DTD is looked for in CORRIDOR_SCHEMAS, then beside the checkout.
  static let dtd: String? = {
    let folder = ProcessInfo.processInfo.environment["CORRIDOR_SCHEMAS"] ?? Tool.root.path + "/../shared/schemas"
    let path = folder + "/tmx14.dtd"
    return FileManager.default.fileExists(atPath: path) && FileManager.default.fileExists(atPath: "/usr/bin/xmllint")
      ? path : nil
  }()

  @Test(.enabled(if: dtd != nil), arguments: articles) func theMemoryIsValid(article: String) throws {
    let (french, english) = try files(article)
    let dtd = try #require(Self.dtd)
    try Tool.inTemporaryFolder { folder in
      let out = folder.appending(path: "out.tmx").path
      for arguments in [
        ["align", french, english, "-o", out], ["align", french, english, "-o", out, "--unmatched"],
        ["segment", french, "--format", "tmx", "-o", out],
      ] {
        #expect(try Tool.run(Tool.executable, arguments, in: Tool.seeds).status == 0)
        let lint = try Tool.run(
          URL(filePath: "/usr/bin/xmllint"), ["--nonet", "--noout", "--dtdvalid", dtd, out])
        #expect(lint.status == 0, "\(lint.messages)")
      }
    }
  }

  @Test func oneSidedBeadsAreWrittenOnlyWhenAsked() throws {
    let (french, english) = try files("03")
    func units(_ options: String...) throws -> Int {
      let run = try Tool.run(
        Tool.executable, ["align", french, english, "--format", "tmx"] + options, in: Tool.seeds)
      return run.output.components(separatedBy: "<tu>").count - 1
    }
    let gold = try goldBeads("03")
    #expect(try units("--unmatched") == gold.count)
    #expect(try units() == gold.filter { !$0.hasPrefix(":") && !$0.hasSuffix(":") }.count)
  }

  @Test func segmentedInputIsNotCutAgain() throws {
    try Tool.inTemporaryFolder { folder in
      try "M. Aliev est parti. Il reviendra.\n\nErevan attend.\n"
        .write(to: folder.appending(path: "a"), atomically: true, encoding: .utf8)
      try "Mr Aliyev has left. He will be back.\n\nYerevan waits.\n"
        .write(to: folder.appending(path: "b"), atomically: true, encoding: .utf8)
      let run = try Tool.run("align", "a", "b", "--segmented", "--format", "ladder", "--force", in: folder)
      #expect(run.status == 0)
      let beads = run.lines.map { $0.split(separator: ":").prefix(2).joined(separator: ":") }
      #expect(beads.contains("0:0") && beads.contains("2:2"))
    }
  }

  @Test func textsThatDoNotBelongTogetherAreRefusedWithFigures() throws {
    for first in Self.articles {
      for second in Self.articles {
        let (french, english) = (try files(first).0, try files(second).1)
        let run = try Tool.run("align", french, english, "--format", "ladder", in: Tool.seeds)
        #expect(run.status == (first == second ? 0 : 3), "\(first) with \(second)")
        guard first != second else { continue }
        #expect(run.output.isEmpty)
        #expect(run.messages.contains(" sentences "))
      }
    }
  }

  @Test func swappedLanguagesAreNamed() throws {
    let (french, english) = try files("01")
    let run = try Tool.run("align", english, french, "--from", "fr", "--to", "en", in: Tool.seeds)
    #expect(run.status == 3)
    #expect(run.messages.contains("swapped"))
  }

  @Test func twoRunsGiveTheSameBytes() throws {
    let (french, english) = try files("04")
    let fixed = ["SOURCE_DATE_EPOCH": "1600000000"]
    let runs = try (0..<2).map { _ in
      try Tool.run("align", french, english, "--format", "tmx", in: Tool.seeds, environment: fixed).bytes
    }
    #expect(runs[0] == runs[1])
    #expect(String(decoding: runs[0], as: UTF8.self).contains("creationdate=\"20200913T122640Z\""))
  }

  // MARK: Review

  private static let source = "Le col est fermé. Il a neigé.\n\nAnna Sarian attend à Goris depuis 12 jours.\n"
  private static let target = "The pass is closed. It snowed.\n\nAnna Sarian has waited in Goris for 12 days.\n"

  private func withPair<Value>(_ body: (URL) throws -> Value) throws -> Value {
    try Tool.inTemporaryFolder { folder in
      try Self.source.write(to: folder.appending(path: "a.fr.txt"), atomically: true, encoding: .utf8)
      try Self.target.write(to: folder.appending(path: "a.en.txt"), atomically: true, encoding: .utf8)
      return try body(folder)
    }
  }

  @Test func thePageShowsBothTextsAndWhatTheyShare() throws {
    let page = try Tool.run(
      "align", "02-convoi-de-latchine.fr.txt", "02-convoi-de-latchine.en.txt", "--format", "html", in: Tool.seeds)
    #expect(page.status == 0 && page.output.hasPrefix("<!DOCTYPE html>"))
    #expect(page.output.contains("<span class=\"anchor\">lachin corridor</span>"))
    #expect(page.output.contains("5, 6</span>") && !page.output.contains("<script"))
  }

  @Test func anEditorsBeadsAndTextsAreKept() throws {
    try withPair { folder in
      let rows = "0,1\t0,1\t0.9\tLe col est fermé. Il a neigé.\tSnow closed the pass.\n2\t2\n"
      try rows.write(to: folder.appending(path: "b.tsv"), atomically: true, encoding: .utf8)
      let ladder = try Tool.run("align", "a.fr.txt", "a.en.txt", "--beads", "b.tsv", "--format", "ladder", in: folder)
      #expect(ladder.lines == ["0,1:0,1:1.000", "2:2:1.000"])
      let memory = try Tool.run("align", "a.fr.txt", "a.en.txt", "--beads", "b.tsv", "--format", "tmx", in: folder)
      #expect(memory.output.contains("<seg>Snow closed the pass.</seg>"))
      #expect(memory.output.components(separatedBy: "<tu>").count == 3)
    }
  }

  @Test func everyFaultOfABeadFileIsSaid() throws {
    try withPair { folder in
      try "0\t7\nzero\t1\n0\t1\t2.5\nalone\n".write(
        to: folder.appending(path: "b.tsv"), atomically: true, encoding: .utf8)
      let run = try Tool.run("align", "a.fr.txt", "a.en.txt", "--beads", "b.tsv", in: folder)
      #expect(run.status == 3)
      for start in [
        "b.tsv:1:3: error: there is no sentence 7", "b.tsv:2:1: error: 'zero' is no list",
        "b.tsv:3:1: error: sentence 0 stands in a bead before", "b.tsv:3:5: error: '2.5' is no confidence",
        "b.tsv:4:1: error: no bead",
      ] {
        #expect(run.messages.split(separator: "\n").contains { $0.hasPrefix(start) }, "\(start) in \(run.messages)")
      }
    }
  }

  @Test func doubtfulBeadsAreLeftOutOfTheMemoryOnRequest() throws {
    let all = try Tool.run(
      "align", "02-convoi-de-latchine.fr.txt", "02-convoi-de-latchine.en.txt", "--format", "tmx", in: Tool.seeds)
    let sure = try Tool.run(
      "align", "02-convoi-de-latchine.fr.txt", "02-convoi-de-latchine.en.txt", "--format", "tmx", "--min-confidence",
      "0.95", in: Tool.seeds)
    func count(_ run: Tool.Run) -> Int { run.output.components(separatedBy: "<tu>").count - 1 }
    #expect(count(sure) < count(all) && count(sure) > 5)
    #expect(try Tool.run("align", "a", "b", "--min-confidence", "2").status == 2)
  }

  @Test func xliffSaysWhatIsTranslated() throws {
    try withPair { folder in
      let run = try Tool.run("align", "a.fr.txt", "a.en.txt", "-o", "a.xlf", in: folder)
      #expect(run.status == 0)
      let text = try String(contentsOf: folder.appending(path: "a.xlf"), encoding: .utf8)
      #expect(text.contains("source-language=\"fr\"") && text.contains("target-language=\"en\""))
      #expect(text.contains("state=\"translated\"") || text.contains("state=\"needs-review-translation\""))
      let sentences = try Tool.run("segment", "a.fr.txt", "--format", "xliff", in: folder)
      #expect(sentences.output.contains("<source>Il a neigé.</source>"))
    }
  }

  @Test func foldersArePairedByNameThenByContent() throws {
    try Tool.inTemporaryFolder { folder in
      for side in ["fr", "en"] {
        try FileManager.default.createDirectory(at: folder.appending(path: side), withIntermediateDirectories: true)
      }
      for article in ["01", "03", "04"] {
        let (french, english) = try files(article)
        try FileManager.default.copyItem(
          at: Tool.seeds.appending(path: french), to: folder.appending(path: "fr/\(french)"))
        // The translator called one file what he liked.
        let name = article == "03" ? "railway.en.txt" : english
        try FileManager.default.copyItem(
          at: Tool.seeds.appending(path: english), to: folder.appending(path: "en/\(name)"))
      }
      try "Nobody wrote this in French.".write(
        to: folder.appending(path: "en/extra.en.txt"), atomically: true, encoding: .utf8)
      let run = try Tool.run("align", "fr", "en", "-o", "out", in: folder)
      #expect(run.status == 1)
      #expect(run.messages.contains("en/extra.en.txt: no counterpart"))
      #expect(run.messages.contains("03-le-rail-de-l-araxe: ") && run.messages.contains("(paired by content)"))
      #expect(run.messages.contains("3 of 3 pairs aligned into out"))
      let made = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "out").path)
      #expect(made.count == 3 && made.allSatisfy { $0.hasSuffix(".tmx") })
      #expect(try Tool.run("align", "fr", "en", in: folder).status == 2)
    }
  }

  /// Lines that are sentences are no paragraphs: a sentence that became two is joined with both.
  @Test func sentencesOnLinesOfTheirOwnMayBeMerged() throws {
    var (right, gold) = (0, 0)
    for article in Self.articles {
      let run = try Tool.run(
        "align", "gold/\(article).fr.sents", "gold/\(article).en.sents", "--segmented", "--format", "ladder", "--quiet",
        "--from", "fr", "--to", "en", in: Tool.seeds)
      let beads = Set(
        run.lines.map { $0.split(separator: ":", omittingEmptySubsequences: false).prefix(2).joined(separator: ":") })
      let merged = try goldBeads(article).filter { $0.contains(",") }
      right += beads.intersection(merged).count
      gold += merged.count
    }
    #expect(gold > 5 && Double(right) >= 0.8 * Double(gold), "\(right) of \(gold) merged beads")
  }
}
