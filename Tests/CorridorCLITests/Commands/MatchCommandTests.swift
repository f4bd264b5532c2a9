import Foundation
import Testing

@Suite struct MatchCommandTests {
  @Test func rowsHaveLineScoreSourceAndTarget() throws {
    try MemoryFixture.withWorkspace { (folder: URL) throws in
      let lines =
        "La route longe la rivière sur 14 kilomètres.\n\nLa route longe la rivière sur 90 kilomètres.\nRien de tel.\n"
      let run = try Tool.run("match", "--batch", "-", "--format", "tsv", input: lines, in: folder)
      #expect(run.status == 0)
      #expect(
        run.lines == [
          "1\t100.0\tLa route longe la rivière sur 14 kilomètres.\tThe road follows the river for 14 kilometres.",
          // One of nine words differs, the full stop being one.
          "3\t88.9\tLa route longe la rivière sur 14 kilomètres.\tThe road follows the river for 14 kilometres.",
        ])
    }
  }

  @Test func whatDiffersIsShownWordByWordAndTheTargetIsMended() throws {
    try MemoryFixture.withWorkspace { (folder: URL) throws in
      let run = try Tool.run("match", "La route longe la rivière sur 90 kilomètres.", in: folder)
      #expect(run.output.contains("sur [-14-]{+90+} kilomètres."))
      #expect(run.output.contains("✎ The road follows the river for 90 kilometres.  (14 → 90)"))
      #expect(run.output.contains("old.tmx:"))
      let raw = try Tool.run("match", "La route longe la rivière sur 90 kilomètres.", "--no-repair", in: folder)
      #expect(!raw.output.contains("✎"))
    }
  }

  @Test(arguments: [
    // A name that the glossary need not have, a place, a date: each is carried over where it stands.
    (
      "Le ministre Armen Grigorian est arrivé à Bakou le 12 mars 2021.",
      "Minister Armen Grigoryan arrived in Baku on 12 March 2021."
    ),
    (
      "Le ministre Armen Grigorian est arrivé à Erevan le 3 avril 2022.",
      "Minister Armen Grigoryan arrived in Yerevan on 3 April 2022."
    ),
    (
      "Le ministre Rouben Roubinian est arrivé à Erevan le 12 mars 2021.",
      "Minister Ruben Rubinyan arrived in Yerevan on 12 March 2021."
    ),
  ])
  func placesDatesAndNamesAreCarriedOver(query: String, mended: String) throws {
    try MemoryFixture.withWorkspace { (folder: URL) throws in
      let run = try Tool.run("match", query, "--format", "json", "--top", "1", in: folder)
      let repair = try run.list().first?["repair"] as? [String: Any]
      #expect(repair?["target"] as? String == mended)
      #expect(repair?["complete"] as? Bool == true)
    }
  }

  @Test func whatCannotBeCarriedOverIsNotTouched() throws {
    try MemoryFixture.withWorkspace { (folder: URL) throws in
      let run = try Tool.run(
        "match", "Le ministre Armen Grigorian est reparti de Bakou le 12 mars 2021.", "--format", "json", "--min", "60",
        in: folder)
      let repair = try run.list().first?["repair"] as? [String: Any]
      #expect(repair?["complete"] as? Bool != true)
    }
  }

  @Test func aDocumentIsTranslatedAsFarAsTheMemoryGoes() throws {
    try MemoryFixture.withWorkspace { (folder: URL) throws in
      let text = "Le pont a été rouvert. La route longe la rivière sur 90 kilomètres. Personne ne le savait alors.\n"
      try Data(text.utf8).write(to: folder.appending(path: "new.fr.txt"))
      let run = try Tool.run("match", "--pretranslate", "new.fr.txt", "-o", "new.xlf", in: folder)
      #expect(run.status == 0)
      #expect(run.messages == "3 sentences: 1 exact, 1 mended, 1 without a match; wrote new.xlf\n")
      let xliff = try String(contentsOf: folder.appending(path: "new.xlf"), encoding: .utf8)
      #expect(xliff.contains("state=\"translated\""))
      #expect(xliff.contains("state-qualifier=\"fuzzy-match\""))
      #expect(xliff.contains("for 90 kilometres."))
      #expect(xliff.contains("match-quality=\"88.9\""))
      #expect(try Tool.run("validate", "new.xlf", in: folder).status == 0)
    }
  }

  @Test func penaltiesAreTheWorkspacesToSet() throws {
    try MemoryFixture.withWorkspace { (folder: URL) throws in
      let file = folder.appending(path: "corridor.yml")
      let text = try String(contentsOf: file, encoding: .utf8)
      func shown(_ penalties: String) throws -> Tool.Run {
        try Data((text + penalties).utf8).write(to: file)
        return try Tool.run("match", "La route longe la rivière sur 90 kilomètres.", in: folder)
      }
      let harsh = try shown("penalties: {numbers: 7, unreviewed: 0}\n")
      #expect(harsh.output.contains("unit 3; numbers −7\n"))
      let wrong = try shown("penalties: {colour: 7}\n")
      #expect(wrong.status == 3)
      #expect(wrong.messages.contains("there is no penalty 'colour'"))
    }
  }

  @Test func wrongNumbersAreWrongUsage() throws {
    try MemoryFixture.withWorkspace { (folder: URL) throws in
      #expect(try Tool.run("match", "x", "--min", "120", in: folder).status == 2)
      #expect(try Tool.run("match", "x", "--top", "0", in: folder).status == 2)
      #expect(try Tool.run("match", in: folder).status == 2)
    }
  }
}
