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

  @Test func aTableThatCannotBeReadIsRefusedWithEveryFault() throws {
    let run = try validate("concept,lang,term,status,kind,note\nx,f_r,un,preferred,term,\nx,en,,loved,term,\n")
    #expect(run.status == 3)
    #expect(run.messages.split(separator: "\n").count >= 3)
    #expect(run.messages.hasPrefix("g.csv:2:3: error: "))
  }
}
