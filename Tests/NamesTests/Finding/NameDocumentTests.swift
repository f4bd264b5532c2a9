import Testing

@testable import Names

@Suite struct NameDocumentTests {
  @Test func onlyACapitalThatNoSentenceGaveCounts() {
    var tokenizer = NameTokens(nil)
    let rows = ["Demain Zorakan part.", "Le train de demain.", "TOUT EST DIT"].map { tokenizer.tokens(of: $0) }
    let document = NameDocument(rows, keys: tokenizer.keyCount, keepsWords: true)
    #expect(document.hasSmall(rows[0][0]) && !document.hasCapital(rows[0][0]))
    #expect(document.hasCapital(rows[0][1]) && !document.hasSmall(rows[0][1]))
    #expect(document.capitalised == ["zorakan"], "a heading in capitals says nothing")
  }
}
