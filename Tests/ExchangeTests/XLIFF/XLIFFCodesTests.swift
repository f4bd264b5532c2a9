import Bitext
import Testing

@testable import Exchange

@Suite struct XLIFFCodesTests {
  private let pair: [Inline] = [
    .code(name: "bpt", attributes: [Attribute("i", "1")], content: [.text("<b>")]), .text("a"),
    .code(name: "ept", attributes: [Attribute("i", "1")], content: [.text("</b>")]),
  ]

  @Test func aPairOfVersion1NamesItsStart() {
    var codes = XLIFFCodes(.xliff1)
    var losses = Losses()
    let side = codes.side(pair, &losses)
    guard case .code("bpt", let start, _) = side[0], case .code("ept", let end, _) = side[2] else {
      Issue.record("not a pair: \(side)")
      return
    }
    #expect(start.value("rid") == end.value("rid") && start.value("id") != end.value("id") && losses.isEmpty)
    #expect(codes.side(pair, &losses) == side, "the other side has the same ids")
  }

  @Test func version2KeepsNativeCodeApartAndOnce() {
    var codes = XLIFFCodes(.xliff2)
    var losses = Losses()
    _ = codes.side(pair, &losses)
    _ = codes.side(pair, &losses)
    #expect(codes.data.map(\.text) == ["<b>", "</b>"])
  }

  @Test func aCodeWithoutItsEndIsIsolated() {
    var codes = XLIFFCodes(.xliff2)
    var losses = Losses()
    guard case .code("sc", let attributes, _)? = codes.side([pair[0]], &losses).first else {
      Issue.record("no start")
      return
    }
    #expect(attributes.value("isolated") == "yes")
  }
}
