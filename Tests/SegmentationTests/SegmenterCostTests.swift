import Testing

@testable import Segmentation

@Suite(.serialized) struct SegmenterCostTests {
  @Test(
    "time is linear in length, whatever the line holds",
    arguments: [".", "(", ")", "\"", "'", ". ", "([«", "M. ", "1. ", "a.b,", ".(", "« Ah ! » dit-il. ", "他来了。", "😀"])
  func linear(unit: String) throws {
    for wrapped in [false, true] {
      let segmenter = try RuleFiles.segmenter("fr", .init(wrapped: wrapped))
      func time(_ bytes: Int) -> Duration {
        let text = String(repeating: unit, count: bytes / unit.utf8.count)
        return ContinuousClock().measure { _ = segmenter.segments(of: text) }
      }
      _ = time(100_000)
      let small = time(200_000)
      let large = time(1_600_000)
      // Eight times the text; quadratic time would be sixty-four times as long.
      #expect(large < small * 24 + .milliseconds(50), "\(unit): \(small) and \(large)")
    }
  }
}
