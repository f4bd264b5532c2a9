import TestSupport
import Testing

@testable import TranslationMemory

@Suite struct PostingListTests {
  /// What a list gives between two entries.
  private func found(_ list: PostingList, _ first: Int, _ end: Int) -> [Int] {
    var found: [Int] = []
    list.forEach(from: first, to: end) { found.append($0) }
    return found
  }

  @Test(arguments: 0..<8 as Range<UInt64>) func bothFormsGiveTheEntriesOfTheRange(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let blocks = 4
    let size = blocks << 16
    let entries = Set((0..<500).map { _ in Int.random(in: 0..<size, using: &random) } + [0, 65_535, 65_536, size - 1])
      .sorted()
    let whole = entries.map { UInt32($0) }
    let lows = entries.map { UInt16(truncatingIfNeeded: $0) }
    let starts = (0...blocks).map { block in UInt32(entries.count { $0 < block << 16 }) }
    whole.withUnsafeBufferPointer { whole in
      lows.withUnsafeBufferPointer { lows in
        starts.withUnsafeBufferPointer { starts in
          let lists = [PostingList(whole: whole), PostingList(blockStarts: starts, lows: lows)]
          var places = [0, 1, 65_535, 65_536, 65_537, size - 1, size]
          places += (0..<20).map { _ in Int.random(in: 0...size, using: &random) }
          for first in places {
            for end in places {
              let truth = entries.filter { $0 >= first && $0 < end }
              for list in lists { #expect(found(list, first, end) == truth) }
            }
          }
        }
      }
    }
  }
}
