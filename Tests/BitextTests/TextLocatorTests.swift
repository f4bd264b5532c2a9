import Testing

@testable import Bitext

@Suite struct TextLocatorTests {
  @Test func bytesBecomeScalarsLinesAndColumns() {
    let text = "é\nab\r\nÉvian"
    let locator = TextLocator(text)
    #expect(locator.scalarOffset(ofByte: 2) == 1)
    #expect(locator.position(ofByte: 0) == (1, 1))
    #expect(locator.position(ofByte: 3) == (2, 1))
    #expect(locator.position(ofByte: 9) == (3, 2))
    #expect(locator.position(ofByte: 10_000) == (3, 6))
    #expect(locator.text(3..<5) == "ab")
  }

  @Test func everyOffsetAgreesWithCounting() {
    let text = String(repeating: "aé«𝄞\n", count: 300)
    let locator = TextLocator(text)
    var bytes = 0
    for (scalars, scalar) in text.unicodeScalars.enumerated() {
      #expect(locator.scalarOffset(ofByte: bytes) == scalars)
      bytes += scalar.utf8.count
    }
    #expect(locator.scalarOffset(ofByte: bytes) == text.unicodeScalars.count)
  }

  @Test func emptyTextIsLineOne() { #expect(TextLocator("").position(ofByte: 0) == (1, 1)) }
}
