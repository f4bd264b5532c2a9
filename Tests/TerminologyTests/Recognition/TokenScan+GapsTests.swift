import Testing

@testable import Terminology

@Suite struct TokenScanGapsTests {
  @Test(arguments: [
    ("a b", Gap.space), ("a\nb", .space), ("a\r\nb", .space), ("a\u{202F}b", .space), ("a-b", .hyphen),
    ("a-\nb", .hyphen),
    ("a – b", .other), ("a'b", .apostrophe), ("a’b", .apostrophe), ("a. b", .dot), ("a, b", .other), ("a\n\nb", .other),
    ("a--b", .other), ("a'-b", .other), ("停火", Gap.none),
  ])
  func whatPartsTwoWords(text: String, gap: Gap) {
    let tokens = TokenScan.words(of: text, letters: LetterTable(), isTurkic: false).map(\.token)
    #expect(tokens.count == 2 && tokens.last?.gap == gap, "\(text)")
  }
}
