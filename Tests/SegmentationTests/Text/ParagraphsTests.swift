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

  @Test("a line feed ends a paragraph", arguments: ["\n", "\r\n", "\n \n"])
  func lineFeeds(lineBreak: String) {
    #expect(cut("un\(lineBreak)deux") == ["un", "deux"])
  }

  @Test("so does every other line break", arguments: ["\n", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{2029}"])
  func lineBreaks(lineBreak: String) throws {
    let text = "un\(lineBreak)deux. Trois\(lineBreak)\(lineBreak) quatre"
    let found = try RuleFiles.segmenter("fr").segments(of: text)
    #expect(found.map(\.text) == ["un", "deux.", "Trois", "quatre"])
    #expect(found.map(\.paragraph) == [0, 1, 1, 2])
  }

  @Test func onlyABlankLineEndsAWrappedOne() {
    #expect(cut("un\ndeux\r\n\u{A0}\t\r\ntrois\n\n\n", wrapped: true) == ["un\ndeux", "trois"])
    #expect(cut("un\rdeux\r\rtrois", wrapped: true) == ["un\rdeux", "trois"])
  }

  @Test func whiteSpaceIsNoParagraph() {
    #expect(cut(" \n\u{202F}\n").isEmpty && cut("", wrapped: true).isEmpty)
  }
}
