import TestSupport
import Testing

@testable import TranslationMemory

@Suite struct WordDifferenceTests {
  /// "same[a|a] replaced[b|c]": the pieces as people see them.
  private func shown(_ first: String, _ second: String) -> String {
    func text(_ all: String, _ range: Range<Int>) -> String {
      String(decoding: Array(all.utf8)[range], as: UTF8.self)
    }
    return WordDifference(from: first, to: second).pieces
      .map { "\($0.kind.rawValue)[\(text(first, $0.first))|\(text(second, $0.second))]" }.joined(separator: " ")
  }

  @Test func neighbouringEditsAreOnePiece() {
    #expect(
      shown("Le chat noir dort", "le chat blanc dort") == "same[Le chat|le chat] replaced[noir|blanc] same[dort|dort]")
    #expect(shown("Le chat dort", "Le dort") == "same[Le|Le] removed[chat|] same[dort|dort]")
    #expect(shown("Le dort", "Le petit chat dort") == "same[Le|Le] added[|petit chat] same[dort|dort]")
    #expect(shown("un deux trois", "quatre") == "replaced[un deux trois|quatre]")
    #expect(shown("", "") == "")
    #expect(shown("", "un") == "added[|un]")
  }

  @Test(arguments: 0..<20 as Range<UInt64>) func theDistanceIsThatOfTheTable(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func text() -> String {
      (0..<Int.random(in: 0...12, using: &random)).map { _ in
        "abcd".map(String.init).randomElement(using: &random) ?? ""
      }
      .joined(separator: " ")
    }
    for _ in 0..<30 {
      let (first, second) = (text(), text())
      let truth = SlowMatching.distance(SlowMatching.words(first), SlowMatching.words(second))
      #expect(WordDifference(from: first, to: second).distance == truth, "'\(first)' '\(second)'")
    }
  }
}
