import Testing

@testable import Segmentation

@Suite struct SignScannerTests {
  /// What each quotation mark or bracket does: "(" opens with a partner, ")" closes, "?" is stray.
  private func roles(_ text: String) -> String {
    var text = text
    return text.withUTF8 { buffer in
      var scanner = SignScanner(RuleFiles.rules.rules(for: "en").rules.punctuation)
      scanner.scan(TextBytes(buffer), 0..<buffer.count)
      return scanner.signs.compactMap { sign in
        guard sign.kind == .quote || sign.kind == .bracket else { return nil }
        switch sign.role {
        case .opens: return sign.partner >= 0 ? "(" : "<"
        case .closes: return ")"
        case .stray, .none: return "?"
        }
      }.joined()
    }
  }

  @Test(
    "marks find their partners",
    arguments: [
      ("«a» “b” „c“ (d) [e]", "()()()()()"), ("\"a\" and \"b\"", "()()"), ("« a \" b \" c »", "(())"),
      ("don't", ""), ("'a don't b' c", "()"), ("the workers' rights", ""), ("‘a’ and Lori’s", "()"),
      ("a :( b ((", "?<?"), ("a ) b", "?"), ("( b", "<"), ("he said. \" Then", "?"),
    ])
  func partners(text: String, expected: String) {
    #expect(roles(text) == expected, "\(text)")
  }

  @Test func aBracketThatClosesFarAwayClosesSomethingElse() {
    let far = String(repeating: "word ", count: 200)
    #expect(roles("( \(far) )") == "<?")
  }
}
