import Testing

@testable import Romanization

@Suite struct RomanizationTableTests {
  @Test func theMostParticularRowComesFirst() throws {
    let table = try #require(try Tables.all()["az"])
    let word = Array("zadə".unicodeScalars)
    let rows = table.rows(in: word, at: 0)
    #expect(rows.first?.id == "az.zade")
    #expect(rows.map { table.length(of: $0) } == rows.map { table.length(of: $0) }.sorted(by: >))
  }

  @Test func stressMarksAreNoLetters() throws {
    let table = try #require(try Tables.all()["ru"])
    #expect(table.lowercased("Не\u{301}вский") == "невский")
    #expect(table.reads("Н") && !table.reads("Nevski") && !table.isLatin)
  }
}
