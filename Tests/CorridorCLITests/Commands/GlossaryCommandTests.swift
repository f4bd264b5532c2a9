import Foundation
import Testing

@Suite struct GlossaryCommandTests {
  private func validate(_ table: String) throws -> Tool.Run {
    try Tool.inTemporaryFolder { folder in
      try table.write(to: folder.appending(path: "g.csv"), atomically: true, encoding: .utf8)
      return try Tool.run("glossary", "validate", "g.csv", in: folder)
    }
  }

  @Test func theShippedGlossaryIsClean() throws {
    let run = try Tool.run("glossary", "validate")
    #expect(run.output == "")
    #expect(run.status == 0)
  }

  @Test func twoPreferredTermsAreAFindingWithItsPlace() throws {
    let run = try validate(
      """
      concept,lang,term,status,kind,note
      x,fr,un,preferred,term,
      x,fr,deux,preferred,term,
      x,en,one,preferred,term,
      """)
    #expect(run.status == 1)
    #expect(run.lines.count == 1)
    #expect(run.output.hasPrefix("g.csv:3:"))
  }

  @Test func aMissingSideAndAnothersNativeNameAreFindings() throws {
    let run = try validate(
      """
      concept,lang,term,status,kind,note
      one,fr,un,preferred,term,
      vardan,fr,Vardan Oskanian,preferred,person,
      vardan,en,Vardan Oskanian,preferred,person,
      vardan,ru,Вардан Осканян,preferred,person,
      boris,fr,Boris Tchernov,preferred,person,
      boris,en,Boris Chernov,preferred,person,
      boris,ru,Галина Маслова,preferred,person,
      """)
    #expect(run.status == 1)
    let ids = run.lines.map { String($0.drop { $0 != "[" }) }
    #expect(ids == ["[missing-side]", "[romanization-mismatch]"])
    let places = run.lines.map { String($0.prefix(8)) }
    #expect(places == ["g.csv:2:", "g.csv:8:"])
  }

  @Test func aTableThatCannotBeReadIsRefusedWithEveryFault() throws {
    let run = try validate("concept,lang,term,status,kind,note\nx,f_r,un,preferred,term,\nx,en,,loved,term,\n")
    #expect(run.status == 3)
    #expect(run.messages.split(separator: "\n").count >= 3)
    #expect(run.messages.hasPrefix("g.csv:2:3: error: "))
  }

  @Test func theGlossaryComesBackWholeThroughTBX() throws {
    try Tool.inTemporaryFolder { folder in
      func path(_ name: String) -> String { folder.appending(path: name).path }
      #expect(try Tool.run("glossary", "export", "-o", path("all.tbx")).status == 0)
      #expect(try Tool.run("glossary", "import", path("all.tbx"), "-o", path("back.csv")).status == 0)
      #expect(try Tool.run("glossary", "export", "-o", path("all.csv")).status == 0)
      let difference = try Tool.run("glossary", "diff", path("all.csv"), path("back.csv"))
      #expect(difference.lines == [])
    }
  }

  @Test func whatAFormatCannotHoldIsListed() throws {
    let run = try Tool.run("glossary", "export", "--format", "omegat")
    #expect(run.status == 0)
    #expect(run.messages.contains("lost: conceptRelation"))
    #expect(try Tool.run("glossary", "export", "--format", "tmx").status == 2)
  }

  @Test func differencesAreListedTermByTerm() throws {
    try Tool.inTemporaryFolder { folder in
      let (old, new) = (folder.appending(path: "old.csv"), folder.appending(path: "new.csv"))
      let head = "concept,lang,term,status,kind,note\n"
      try (head + "a,fr,un,preferred,term,\nb,fr,deux,preferred,term,\n").write(
        to: old, atomically: true, encoding: .utf8)
      try (head + "a,fr,un,admitted,term,\na,en,one,preferred,term,\n").write(
        to: new, atomically: true, encoding: .utf8)
      let run = try Tool.run("glossary", "diff", old.path, new.path)
      #expect(run.status == 1)
      #expect(run.lines == ["~\ta\tfr un\tstatus preferred → admitted", "+\ta\ten one", "-\tb\tfr deux"])
    }
  }

  @Test(arguments: [
    (["my id", "fr=x"], "is no id"), (["a", "fr"], "write it as tag=term"),
    (["a", "fr=x", "--status", "good"], "is no status"),
  ])
  func wrongUseOfAddIsExplained(arguments: [String], message: String) throws {
    let run = try Tool.run(Tool.executable, ["glossary", "add"] + arguments)
    #expect(run.status == 2)
    #expect(run.messages.contains(message))
  }
}
