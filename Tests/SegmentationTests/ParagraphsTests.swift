import Testing

@testable import Segmentation

@Suite struct ParagraphsTests {
  private func cut(_ text: String, wrapped: Bool = false) -> [String] {
    var text = text
    return text.withUTF8 { buffer in
      let bytes = TextBytes(buffer)
      var paragraphs = Paragraphs(bytes, wrapped: wrapped)
      var found: [String] = []
      while let range = paragraphs.next() { found.append(bytes.string(range)) }
      return found
    }
  }

  @Test(
    "every line break ends a paragraph", arguments: ["\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}", "\n \n"])
  func lineBreaks(lineBreak: String) {
    #expect(cut("un\(lineBreak)deux") == ["un", "deux"])
  }

  @Test func onlyABlankLineEndsAWrappedOne() {
    #expect(cut("un\ndeux\r\n\u{A0}\t\r\ntrois\n\n\n", wrapped: true) == ["un\ndeux", "trois"])
    #expect(cut("un\rdeux\r\rtrois", wrapped: true) == ["un\rdeux", "trois"])
  }

  @Test func whiteSpaceIsNoParagraph() {
    #expect(cut(" \n\u{202F}\n").isEmpty && cut("", wrapped: true).isEmpty)
  }
}
