import Bitext
import Testing

@testable import Exchange

@Suite struct InlineCodesTests {
  private func inTMX(_ content: [Inline], _ dialect: InlineDialect) -> (content: [Inline], losses: [String]) {
    var losses = Losses()
    let unit = InlineCodes.inTMX(
      TranslationUnit(variants: [Variant(language: "fr", content: content)]), from: dialect, &losses)
    return (unit.variants[0].content, losses.counts.map(\.name))
  }

  @Test func codesOfTMXStayAsTheyAre() {
    let content: [Inline] = [.code(name: "x-own", attributes: [], content: []), .text("a")]
    #expect(inTMX(content, .tmx).content == content)
  }

  @Test func anElementRoundTextBecomesAPair() throws {
    let content: [Inline] = [.code(name: "g", attributes: [Attribute("id", "7")], content: [.text("a")])]
    let codes = inTMX(content, .xliff1).content
    #expect(codes.count == 3 && codes[1] == .text("a"))
    guard case .code("bpt", let start, _) = codes[0], case .code("ept", let end, _) = codes[2] else {
      Issue.record("no pair: \(codes)")
      return
    }
    #expect(start.value("i") != nil && start.value("i") == end.value("i"))
  }

  @Test func textIsNeverLost() {
    let odd: [Inline] = [.code(name: "unheard-of", attributes: [], content: [.text("a")])]
    for dialect in [InlineDialect.xliff1, .xliff2] { #expect(inTMX(odd, dialect).content.text == "a") }
  }
}
