/// Counts, for each entry of a segment, in how many of some posting lists it stands.
///
/// SAFETY: `counts` has `capacity` elements. Every entry that is counted lies before the end of the last run, which the
/// caller takes from the segment's lengths, and those end at the number of entries.
final class EntryCounts {
  /// `base` and the count; what is not above `base` is left from earlier.
  private var counts: UnsafeMutablePointer<UInt16>
  private var capacity = 0
  private var base: UInt16 = 0
  private var lists: UInt16 = 0

  init() { counts = .allocate(capacity: 1) }

  deinit { counts.deallocate() }

  func reserve(_ entries: Int) {
    if entries > capacity {
      counts.deallocate()
      capacity = entries
      counts = .allocate(capacity: entries)
    }
    counts.initialize(repeating: 0, count: capacity)
    base = 0
    lists = 0
  }

  /// Begins with nothing counted.
  func begin() {
    base += lists
    lists = 0
    if base > 0x7FFF { clear() }
  }

  private func clear() {
    counts.update(repeating: 0, count: capacity)
    base = 0
  }

  /// Counts the entries of a list, from one entry on to the end of the last run; calls `reached` with those that now
  /// have as many as their run requires.
  /// - Returns: how many postings were looked at.
  @inline(__always)
  func take(
    _ list: PostingList, from first: Int, _ runs: UnsafeBufferPointer<SegmentSearch.LengthRun>,
    _ reached: (SegmentSearch.Candidate) -> Void
  ) -> Int {
    guard let last = runs.last, runs.count > 0, Int(last.end) <= capacity else { return 0 }
    // So many lists at once would run over; a query has fewer words than that in all but theory.
    guard lists < 0x7FFF else { return 0 }
    lists += 1
    let (counts, base) = (counts, base)
    var run = 0
    var seen = 0
    var current = runs[0]
    list.forEach(from: first, to: Int(last.end)) { entry in
      seen &+= 1
      while entry >= Int(current.end) {
        run &+= 1
        current = runs[run]
      }
      let count = max(counts[entry], base) &+ 1
      counts[entry] = count
      if count &- base == current.required {
        reached(SegmentSearch.Candidate(entry: UInt32(truncatingIfNeeded: entry), length: current.length, bound: 0))
      }
    }
    return seen
  }
}
