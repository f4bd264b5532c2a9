import Testing

@testable import Corridor

@Suite struct DocumentTests {
  @Test(arguments: [("a\n  b", "a b"), ("a  b", "a  b"), ("a\u{A0}b", "a\u{A0}b"), ("a\tb\r\nc", "a b c"), ("", "")])
  func oneLineKeepsOtherSpaces(text: String, expected: String) { #expect(text.onOneLine == expected) }

  private var document: Document {
    let text = "Un. Deux.\n\nTrois."
    let segments = [(0, 3, 0), (4, 9, 0), (11, 17, 1)].map { start, end, paragraph in
      Segment(
        text: String(decoding: Array(text.utf8)[start..<end], as: UTF8.self), bytes: start..<end, paragraph: paragraph)
    }
    return Document(
      file: "x", text: text, language: "fr", languageSource: .option, usesRootRules: false, segments: segments,
      locator: TextLocator(text))
  }

  @Test func sentencesAreJoinedByWhatStandsBetweenThem() {
    #expect(document.text(ofSentences: [0, 1, 2]) == "Un. Deux.\n\nTrois.")
    #expect(document.text(ofSentences: [1]) == "Deux.")
    #expect(document.text(ofSentences: []) == "")
  }

  @Test func placesAreThoseOfTheFile() {
    #expect(document.place(sentence: 2, byte: 2) == (3, 3, 13))
    #expect(document.place(sentence: 9, byte: 0) == (0, 0, 0))
  }

  @Test(
    arguments: [
      ("depeche.fr.txt", "fr"), ("a/b.c/x.pt-BR.md", "pt-br"), ("depeche.txt", nil), ("v1.2.txt", nil),
      (".fr.txt", "fr"),
      ("x.backup.txt", nil),
    ] as [(String, LanguageTag?)])
  func languagesInNames(name: String, expected: LanguageTag?) { #expect(InputFile(name).languageInName == expected) }
}
