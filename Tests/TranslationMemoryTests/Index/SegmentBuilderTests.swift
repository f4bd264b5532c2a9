import TestSupport
import Testing

@testable import TranslationMemory

@Suite struct SegmentBuilderTests {
  @Test func theSmallestNumbersComeFirstWhateverTheOrder() {
    var random = SeededGenerator(seed: 7)
    for length in 0...40 {
      for count in 0...length {
        var numbers = (0..<UInt32(length)).map { $0 * 3 }.shuffled(using: &random)
        numbers.withUnsafeMutableBufferPointer { SegmentBuilder.partition($0, count) }
        #expect(numbers.prefix(count).sorted() == (0..<UInt32(count)).map { $0 * 3 })
        #expect(numbers.sorted() == (0..<UInt32(length)).map { $0 * 3 })
      }
    }
  }

  @Test func orderedNumbersArePartitionedToo() {
    for sequence in [Array(UInt32(0)..<5_000), Array((UInt32(0)..<5_000).reversed())] {
      var numbers = sequence
      numbers.withUnsafeMutableBufferPointer { SegmentBuilder.partition($0, 2_503) }
      #expect(numbers.prefix(2_503).max() == 2_502)
    }
  }
}
