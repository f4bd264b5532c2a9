import Testing

@testable import Corridor

@Suite struct CorridorErrorTests {
  static let all: [CorridorError] = [
    .input(Fault("no such file", remedy: "check the path", at: SourcePosition(file: "a.txt"))),
    .faults([Fault("unknown key", remedy: "write 'from'", at: SourcePosition(file: "corridor.yml", line: 1))]),
    .refused(.malformed, Fault("no root", remedy: "mend it", at: SourcePosition(file: "a.tmx"))),
    .memory(.damaged(path: "m.sqlite", what: "page 3")), .memory(.unknownUnit(7)),
    .memory(.notAMemory(path: "m.sqlite")), .notText(format: "TMX", at: SourcePosition(file: "a.tmx")),
    .unknownFormat("x", known: ["tmx", "po"]), .noFormat(known: ["tmx", "po"]),
    .unfitFormat("tbx", needs: .units, known: ["tmx"]), .unfitFormat("tmx", needs: .concepts, known: ["tbx"]),
    .unknownVersion(format: "TBX", version: "9", known: ["2", "3"]), .oneLanguageFormat("XLIFF"),
    .noWorkspace(folder: "desk"), .nowhereToKeep(.acceptedFindings), .nowhereToKeep(.glossary),
    .workspaceExists(file: "corridor.yml"), .noData(tried: ["/a", "/b"]), .noMemoryHere,
    .noSuchMemory(path: "m.sqlite"), .unknownHouseStyle("x", known: ["un"]),
    .unsupportedLanguage("eu", data: "patterns of terms", known: ["fr", "en"]),
    .mixedLanguages(file: "b", language: "en", first: "fr"), .swappedColumns(first: "en", second: "fr"),
    .notTranslations("the languages are swapped", at: SourcePosition(file: "a.txt")),
    .outOfRange(.minimumScore, value: 120, 0...100), .outOfRange(.count, value: 0, 1...(.infinity)),
    .noText(unit: 3, language: "ru", has: ["fr", "en"]), .otherKind(concept: "c", kind: .place, file: nil),
    .knownTerm("t", language: "fr", concept: "c", file: "f.csv"), .failure("odd"),
  ]

  @Test(arguments: all) func everyErrorSaysWhatIsWrong(error: CorridorError) {
    #expect(!error.problem.isEmpty)
    #expect(error.description.contains("error: \(error.problem)"))
    #expect(error.description.hasPrefix(error.position.map { "\($0): error: " } ?? "error: "))
  }

  @Test(arguments: all) func theLibraryKnowsNoOptionsAndNoCommands(error: CorridorError) {
    let words = error.description.split(whereSeparator: \.isWhitespace)
    #expect(!words.contains { $0.hasPrefix("--") || $0.hasPrefix("'--") })
    #expect(!error.description.contains("corridor init") && !error.description.contains("'import'"))
  }

  @Test func theTextHasPlaceProblemAndRemedy() {
    #expect(
      CorridorError.noSuchMemory(path: "m.sqlite").description
        == "m.sqlite: error: no such memory; check the path, or make one by an import")
    #expect(
      CorridorError.outOfRange(.minimumScore, value: 120, 0...100).description
        == "error: 120 is no score; write a number from 0 to 100")
    #expect(
      CorridorError.unknownVersion(format: "XLIFF", version: "3", known: ["1.2", "2.0", "2.1"]).description
        == "error: XLIFF 3 is not written; there are 1.2, 2.0 and 2.1")
  }

  @Test func aClosedPipeSaysNothing() { #expect(CorridorError.closedPipe.description.isEmpty) }
}
