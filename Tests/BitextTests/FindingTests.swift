import Testing

@testable import Bitext

@Suite struct FindingTests {
  private let words = Finding(
    check: "term-missing", severity: .warning, message: "it is not here",
    place: .words(side: .target, sentence: 3, bytes: 4..<9), evidence: ["concept: truce"])

  @Test func aFindingIsALineWithItsPlaceAsFarAsItIsKnown() {
    #expect(words.description == "warning: it is not here [term-missing]")
    let location = Finding.Location(
      file: "a.en.txt", language: "en", line: 2, column: 5, offset: 40, sentenceOffset: 4, length: 5)
    #expect(words.located(at: location).description == "a.en.txt:2:5: warning: it is not here [term-missing]")
    let row = Finding(
      check: "bad-date", severity: .error, message: "no date", place: .file(SourcePosition(file: "t.csv", line: 7)))
    #expect(row.description == "t.csv:7: error: no date [bad-date]")
    let unit = Finding(check: "unit-empty", severity: .warning, message: "nothing in 'en'", place: .unit(65))
    #expect(unit.description == "unit 65: warning: nothing in 'en' [unit-empty]")
  }

  @Test func aPlaceIsGivenAsWhatItIs() {
    #expect(words.words?.side == .target && words.words?.sentence == 3 && words.words?.bytes == 4..<9)
    #expect(words.position == nil && words.unit == nil)
    let unit = Finding(check: "unit-empty", severity: .warning, message: "", place: .unit(65))
    #expect(unit.unit == 65 && unit.words == nil)
  }

  @Test func moreEvidenceComesAfterWhatIsThere() {
    let more = words.adding(evidence: "source: trêve")
    #expect(more.evidence == ["concept: truce", "source: trêve"])
    #expect(more.place == words.place && more.message == words.message)
  }
}
