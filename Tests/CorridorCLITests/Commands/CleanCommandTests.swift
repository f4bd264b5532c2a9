import Foundation
import Testing

@Suite struct CleanCommandTests {
  /// Good pairs, so that there is a usual length, then one of each fault.
  private static let pairs =
    (1...60).map { "La commune numéro \($0) a élu son maire.\tMunicipality number \($0) elected its mayor.\n" }.joined()
    + "Le texte est ici et il reste.\tLe texte est ici et il reste.\n"
    + "Il y eut 14 blessés.\tThere were 41 people hurt.\n"
    + "Les deux pays ont signé un accord sur la frontière.\tLes deux pays se sont mis d'accord sur la frontière hier.\n"
    + "Oui.\tYes, and that is all that could be said about it at the time, since nobody else was there to be asked.\n"
    + "Il pleut.\t\n"
    + "La commune numéro 7 a élu son maire.\tMunicipality number 7 elected its mayor.\tseen twice\n"

  @Test func eachFaultIsFoundAndTheGoodUnitsAreLeftAlone() throws {
    try Tool.inTemporaryFolder { (folder: URL) throws in
      _ = try Tool.run("init", in: folder)
      try Data(Self.pairs.utf8).write(to: folder.appending(path: "p.tsv"))
      _ = try Tool.run("import", "p.tsv", in: folder)
      let run = try Tool.run("clean", "--format", "json", in: folder)
      #expect(run.status == 1)
      let found = try run.list().map { "\($0["unit"] as? Int ?? 0) \($0["check"] as? String ?? "")" }
      #expect(
        Set(found) == [
          "61 unit-untranslated", "61 unit-language", "62 unit-number", "63 unit-language", "64 unit-length",
          "65 unit-empty",
          "66 unit-duplicate",
        ])
    }
  }

  @Test func unitsAreRemovedOnlyWhenToldAndABackupHasThem() throws {
    try Tool.inTemporaryFolder { (folder: URL) throws in
      _ = try Tool.run("init", in: folder)
      try Data(Self.pairs.utf8).write(to: folder.appending(path: "p.tsv"))
      _ = try Tool.run("import", "p.tsv", in: folder)
      _ = try Tool.run("clean", in: folder)
      #expect(try Tool.run("export", in: folder).output.contains("Il pleut."))
      let run = try Tool.run("clean", "--remove", "unit-empty,unit-duplicate", in: folder)
      #expect(run.messages.contains("2 units removed"))
      #expect(try Tool.run("export", in: folder).output.contains("Il pleut.") == false)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      let backup = try #require(names.first { $0.hasPrefix("memory.sqlite.backup-") })
      #expect(try Tool.run("export", "--memory", backup, in: folder).output.contains("Il pleut."))
      #expect(try Tool.run("history", "65", in: folder).output.contains("was fr\tIl pleut."))
      #expect(try Tool.run("clean", "--remove", "everything", in: folder).status == 2)
    }
  }
}
