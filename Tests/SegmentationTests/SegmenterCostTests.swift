import Foundation
import Testing

@testable import Segmentation

@Suite(.serialized) struct SegmenterCostTests {
  @Test(
    "time is linear in length, whatever the line holds",
    arguments: [".", "(", ")", "\"", "'", ". ", "([«", "M. ", "1. ", "a.b,", ".(", "« Ah ! » dit-il. ", "他来了。", "😀"])
  func linear(unit: String) throws {
    for wrapped in [false, true] {
      let segmenter = try RuleFiles.segmenter("fr", .init(wrapped: wrapped))
      // Processor time of this thread, the best of three: others share the machine.
      func time(_ bytes: Int) -> Double {
        let text = String(repeating: unit, count: bytes / unit.utf8.count)
        return (0..<3).map { _ in
          let start = Self.processorTime()
          _ = segmenter.segments(of: text)
          return Self.processorTime() - start
        }.min() ?? 0
      }
      _ = time(100_000)
      let small = time(200_000)
      let large = time(1_600_000)
      // Eight times the text; quadratic time would be sixty-four times as long.
      #expect(large < small * 24 + 0.05, "\(unit): \(small) and \(large)")
    }
  }

  /// Seconds.
  private static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
