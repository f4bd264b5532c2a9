import Testing

@testable import Terminology

@Suite struct QuotationsTests {
  private func quoted(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Quotations.ranges(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func marksOfEveryKind() {
    #expect(quoted("«Oui», dit-il, « non », \"bon\" et “well” l'an ‘x y’.") == ["Oui", " non ", "bon", "well", "x y"])
    #expect(quoted("l’un et l’autre, aujourd’hui, don't").isEmpty)
    #expect(quoted("“He said ‘no’ to me”") == ["He said ‘no’ to me"])
    #expect(quoted("„Ja“") == ["Ja"])
  }

  @Test func aQuotationGoesOnToTheEndOfItsParagraph() {
    let ranges = Quotations.ranges(in: ["«Un.", "Deux», dit-il.", "\"Trois.", "Quatre."], paragraphs: [0, 0, 1, 2])
    #expect(ranges == [[2..<5], [0..<4], [1..<7], []])
  }
}
