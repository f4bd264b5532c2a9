import Testing

@testable import Exchange
@testable import Files

@Suite struct PlainTextFormatTests {
  @Test func aLineIsASegmentAndBlankOnesAreNone() throws {
    #expect(try ConversionTests.convert("\u{FEFF}a\r\n \n b \n", named: "a.txt", to: "text").text == "a\n b \n")
  }

  @Test func theOtherSideIsLostAndSaid() throws {
    #expect(try ConversionTests.convert("a\tb\n", named: "a.tsv", to: "text").losses == ["side in en: 1"])
  }
}
