import Testing

@testable import Alignment

@Suite struct MarginsTests {
  @Test(arguments: [
    ("«Nous partons.»", Margins.Opening.quotation, Margins.Closing.stop, true),
    ("— Où allez-vous ?", .dash, .question, false), ("2 500 personnes sont parties !", .digit, .exclamation, false),
    ("et ils revinrent,", .small, .comma, false), ("(Rires)", .bracket, .bracket, false),
    ("UNE NUIT À CHOUCHI", .capitals, .other, false), ("Une nuit à Chouchi", .other, .other, false),
    ("\"", .quotation, .other, false), ("", .other, .other, false), ("ՈՒ՞Ր ԵՔ", .capitals, .other, false),
  ])
  func whatStandsFirstAndLast(
    text: String, opening: Margins.Opening, closing: Margins.Closing, endsQuotation: Bool
  ) {
    let margins = Margins(text)
    #expect(margins.opening == opening)
    #expect(margins.closing == closing)
    #expect(margins.endsQuotation == endsQuotation)
  }

  @Test func everySeamHasItsNumber() {
    let texts = ["«A»", "— B ?", "3 !", "d,", "(e)", "FFFF", "G:", "h…", "I -", "«j"]
    for a in texts {
      for b in texts { #expect((0..<Margins.seams).contains(Margins(a).seam(before: Margins(b)))) }
    }
    #expect(Margins("a.").seam(before: Margins("b")) != Margins("a.»").seam(before: Margins("b")))
  }
}
