import Testing

@testable import Corridor

@Suite struct SegmentingTests {
  @Test func theLanguageIsTheOneNamedElseTheFileNames() throws {
    let workspace = Fixture.workspace
    #expect(
      try workspace.segment(text: "Un. Deux.", ReadingOptions(language: "fr")).segments.map(\.text) == ["Un.", "Deux."])
    let named = try workspace.segment(text: "One.", file: "a.en.txt")
    #expect(named.language == "en" && named.languageSource == .fileName)
  }

  @Test func segmentedTextIsNotCut() throws {
    let document = try Fixture.workspace.segment(
      text: "Un. Deux.\n\nTrois.\n", ReadingOptions(language: "fr", segmented: true))
    #expect(document.segments.map(\.text) == ["Un. Deux.", "", "Trois."])
  }

  @Test func aMemoryIsNoText() throws {
    let error = #expect(throws: CorridorError.self) {
      try InputFile("memory.tmx").refuseMarkup("<?xml version=\"1.0\"?><tmx version=\"1.4\"><header/>")
    }
    guard case .notText(_, let place) = error else {
      Issue.record("refused as \(String(describing: error))")
      return
    }
    #expect(place == SourcePosition(file: "memory.tmx"))
  }
}
