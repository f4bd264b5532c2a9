import Testing

@testable import Exchange

@Suite struct TextDelimitersTests {
  @Test func delimitersAreBytes() {
    #expect("#\u{301}b".begins(with: "#") && !"b#".begins(with: "#"))
    #expect("a;\u{301}b\r\n;".parted(at: UInt8(ascii: ";")) == ["a", "\u{301}b\r\n", ""])
    #expect("".parted(at: UInt8(ascii: ";")) == [""])
  }

  @Test(
    "white space goes, what bears a mark stays",
    arguments: [
      (" a\u{202F}", "a"), ("a \u{301}", "a \u{301}"), (" \u{301}a", " \u{301}a"), ("\t \u{301}", " \u{301}"),
      (" \r\n ", ""), ("\u{301}", "\u{301}"),
    ])
  func trimming(text: String, trimmed: String) {
    #expect(Array(text.trimmed.utf8) == Array(trimmed.utf8))
  }
}
