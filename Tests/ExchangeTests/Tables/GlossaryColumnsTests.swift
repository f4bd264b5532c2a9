import Bitext
import Testing

@testable import Exchange

@Suite struct GlossaryColumnsTests {
  private func rows(_ terms: [(String, [String])]) -> (rows: [String], losses: [String]) {
    var columns = GlossaryColumns(WritingOptions())
    var losses = Losses()
    let entry = ConceptEntry(
      id: "c", languages: terms.map { LanguageSection(language: $0.0, terms: $0.1.map { TermEntry($0) }) },
      position: SourcePosition(file: "a"))
    let rows = columns.rows(of: entry, &losses)
    return (rows.map { "\($0.source.text)=\($0.target.text)" }, losses.counts.map(\.name))
  }

  @Test func everyTermHasARow() {
    let found = rows([("fr", ["a", "b"]), ("en", ["x", "y"]), ("de", ["z"])])
    #expect(found.rows == ["a=x", "a=y", "b=x"] && found.losses == ["side in de"])
  }

  @Test func aConceptOfOneLanguageHasNone() {
    #expect(rows([("fr", ["a"])]).losses == ["concept without both languages"])
  }
}
