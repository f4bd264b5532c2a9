import Bitext
import Testing

@testable import Rules

@Suite struct DelimitedRowsTests {
  private func rows(_ text: String, _ dialect: DelimitedRows.Dialect = .csv) throws -> [[String]] {
    var rows = DelimitedRows(text, file: "t.csv", dialect: dialect)
    var all: [[String]] = []
    while let row = try rows.next() { all.append(row.map(\.text)) }
    return all
  }

  @Test func fieldsRowsAndQuotes() throws {
    #expect(try rows("a,b\r\n\"x, \"\"y\"\"\",\n\n,z") == [["a", "b"], ["x, \"y\"", ""], ["", "z"]])
    #expect(try rows("\u{FEFF}a\n") == [["a"]])
    #expect(try rows("") == [])
    #expect(try rows("\"line\nbreak\",b") == [["line\nbreak", "b"]])
  }

  @Test func tabSeparatedFilesHaveNoQuotes() throws { #expect(try rows("\"a\tb\"", .tsv) == [["\"a", "b\""]]) }

  @Test func placesAreScalars() throws {
    var rows = DelimitedRows("é,b\nx,\"y\"", file: "t.csv")
    #expect(try rows.next()?.last?.position == SourcePosition(file: "t.csv", line: 1, column: 3))
    #expect(try rows.next()?.last?.position == SourcePosition(file: "t.csv", line: 2, column: 3))
  }

  @Test func anOpenQuotationIsRefusedWhereItOpens() {
    let error = #expect(throws: RulesErrors.self) { try rows("a,\"b\nc") }
    #expect(error?.description == "t.csv:1:3: error: a quotation opened here is not closed; add the closing mark")
  }

  @Test func textAfterAQuotationIsRefused() {
    let error = #expect(throws: RulesErrors.self) { try rows("\"a\"b") }
    #expect(error?.description.hasPrefix("t.csv:1:4: error: text after a closing quotation mark") == true)
  }
}

@Suite struct DelimitedRowPlacesTests {
  @Test func placesAndFieldsAgree() throws {
    let table = "\u{FEFF}a,\"é \"\"x\"\"\nz\",b\r\n\n\"\",c\rlast"
    var fields = DelimitedRows(table, file: "t.csv")
    var places = DelimitedRows(table, file: "t.csv")
    var row = DelimitedRows.Row()
    while let expected = try fields.next() {
      #expect(try places.nextRow(&row))
      #expect((0..<row.count).map { places.text($0, of: row) } == expected.map(\.text))
      #expect((0..<row.count).map { places.position($0, of: row) } == expected.map(\.position))
    }
    #expect(try !places.nextRow(&row))
  }

  @Test func bytesAreThoseOfTheText() throws {
    var rows = DelimitedRows("abc,,\"d\"", file: "t.csv")
    var row = DelimitedRows.Row()
    #expect(try rows.nextRow(&row))
    #expect(rows.bytes(0, of: row).elementsEqual("abc".utf8) && rows.bytes(2, of: row).elementsEqual("d".utf8))
    #expect(rows.isEmpty(1, of: row) && row.line == 1)
  }
}
