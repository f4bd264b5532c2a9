import Testing

@testable import TranslationMemory

@Suite struct EntryCountsTests {
  /// The entries that are reached, in order, by lists one after the other.
  private func reached(_ counts: EntryCounts, _ lists: [[UInt32]], _ runs: [SegmentSearch.LengthRun]) -> [UInt32] {
    var reached: [UInt32] = []
    counts.begin()
    for list in lists {
      list.withUnsafeBufferPointer { entries in
        runs.withUnsafeBufferPointer { runs in
          _ = counts.take(PostingList(whole: entries), from: 0, runs) { reached.append($0.entry) }
        }
      }
    }
    return reached
  }

  @Test func anEntryIsReachedOnceByAsManyListsAsItsLengthRequires() {
    let counts = EntryCounts()
    counts.reserve(10)
    let runs = [
      SegmentSearch.LengthRun(end: 5, required: 1, length: 3, limit: 1),
      SegmentSearch.LengthRun(end: 10, required: 2, length: 4, limit: 1),
    ]
    #expect(reached(counts, [[1, 6], [1, 7], [6, 8], [6]], runs) == [1, 6])
    // What was counted before is forgotten, however often it is begun anew.
    for _ in 0..<40_000 { counts.begin() }
    #expect(reached(counts, [[1, 6], [1, 7], [6, 8], [6]], runs) == [1, 6])
    #expect(reached(counts, [[6]], runs) == [])
    for _ in 0..<20_000 { #expect(reached(counts, [[9], [9]], runs) == [9]) }
  }
}
