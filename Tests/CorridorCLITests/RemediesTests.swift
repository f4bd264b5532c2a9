import Corridor
import Testing

@testable import CorridorCLI

@Suite struct RemediesTests {
  @Test func theCommandNamesItsOptions() {
    #expect(
      Remedies.text(.noMemoryHere)
        == "error: there is no memory here: make a workspace with 'corridor init', or name a memory with --memory FILE")
    #expect(
      Remedies.text(.noFormat(known: ["tmx", "po"])) == "error: which format to write? Name one with --to: tmx, po")
    #expect(
      Remedies.text(.outOfRange(.minimumScore, value: 120, 0...100))
        == "error: --min 120 is no score; write a number from 0 to 100")
    #expect(
      Remedies.text(.notTranslations("the languages are swapped", at: SourcePosition(file: "a.txt")))
        == "a.txt: error: the languages are swapped; check the files, or align them with --force")
  }

  @Test func whatTheLibrarySaysWellIsLeftAlone() {
    let error = CorridorError.input(
      Fault("no such file", remedy: "check the path", at: SourcePosition(file: "a.txt")))
    #expect(Remedies.text(error) == error.description)
  }

  @Test func theStatusIsThePromisedOne() {
    #expect(Remedies.exitStatus(.closedPipe) == 0)
    #expect(Remedies.exitStatus(.unknownFormat("x", known: [])) == 2)
    #expect(Remedies.exitStatus(.memory(.unknownUnit(1))) == 2)
    #expect(Remedies.exitStatus(.memory(.busy(path: "m"))) == 3)
    #expect(Remedies.exitStatus(.noSuchMemory(path: "m")) == 3)
    #expect(Remedies.exitStatus(.failure("odd")) == 4)
  }
}
