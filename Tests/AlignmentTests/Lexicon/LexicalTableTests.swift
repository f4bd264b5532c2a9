import Testing

@testable import Alignment

@Suite struct LexicalTableTests {
  /// Row 0: words 1 and 2; row 1: none; row 2: word 0.
  private var table: LexicalTable {
    var table = LexicalTable(rows: 3)
    table.words = [1, 2, 0]
    table.probabilities = [0.5, 0.001, 1]
    table.starts = [0, 2, 2, 3]
    return table
  }

  @Test func improbableEntriesAreForgotten() {
    var table = table
    table.removeEntries(below: 0.01)
    #expect(table.words == [1, 0] && table.probabilities == [0.5, 1] && table.starts == [0, 1, 1, 2])
  }

  @Test func rowsAndColumnsAreExchanged() {
    let other = table.transposed(columns: 3)
    #expect(other.starts == [0, 1, 2, 3] && other.words == [2, 0, 0] && other.probabilities == [1, 0.5, 0.001])
    #expect(other.transposed(columns: 3).words == table.words)
  }
}
