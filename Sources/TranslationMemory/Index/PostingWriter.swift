/// Writes the postings of an index segment: for each rank of an element the entries that are found by it, rising.
///
/// Short lists hold whole entry numbers; long ones, which more than sixteen entries a block have, hold the low halves by
/// blocks of 65,536 entries.
struct PostingWriter {
  /// Ranks of the elements of all entries, one entry after the other, each one's rarest first.
  private var ranks: [UInt32]
  /// Where each entry begins among the ranks.
  private let starts: [UInt32]
  /// How many entries have each element, by rank; never falls.
  private let frequencies: [UInt32]

  private var entryCount: Int { starts.count - 1 }

  init(ranks: [UInt32], starts: [UInt32], frequencies: [UInt32]) {
    self.ranks = ranks
    self.starts = starts
    self.frequencies = frequencies
  }

  /// Counts the postings of each rank, then puts each in its place, and writes them.
  consuming func write(_ sink: SegmentSink) throws(SegmentSink.Failure) {
    // Elements that this many entries have are worth a table of blocks. Frequencies rise with ranks.
    let blocks = Segment.blocks(of: entryCount)
    let firstLong = frequencies.firstIndex { $0 >= 16 * (blocks + 1) } ?? frequencies.count
    // How many postings there are of each rank, and of each block where the list is long; then where they begin.
    var postingStarts = [UInt32](repeating: 0, count: firstLong + 1)
    var blockStarts = [UInt32](repeating: 0, count: (frequencies.count - firstLong) * (blocks + 1))
    postingStarts.withUnsafeMutableBufferPointer { short in
      blockStarts.withUnsafeMutableBufferPointer { long in
        forEachPosting { rank, entry in
          if rank < firstLong {
            short[rank] &+= 1
          } else {
            long[(rank &- firstLong) &* (blocks &+ 1) &+ entry >> 16] &+= 1
          }
        }
      }
    }
    let short = Self.startsOfCounts(&postingStarts)
    let long = Self.startsOfCounts(&blockStarts)
    var entries = [UInt32](repeating: 0, count: short)
    var lows = [UInt16](repeating: 0, count: long)
    var nextEntry = postingStarts
    var nextLow = blockStarts
    nextEntry.withUnsafeMutableBufferPointer { nextEntry in
      nextLow.withUnsafeMutableBufferPointer { nextLow in
        entries.withUnsafeMutableBufferPointer { entries in
          lows.withUnsafeMutableBufferPointer { lows in
            forEachPosting { rank, entry in
              if rank < firstLong {
                entries[Int(nextEntry[rank])] = UInt32(truncatingIfNeeded: entry)
                nextEntry[rank] &+= 1
              } else {
                let block = (rank &- firstLong) &* (blocks &+ 1) &+ entry >> 16
                lows[Int(nextLow[block])] = UInt16(truncatingIfNeeded: entry)
                nextLow[block] &+= 1
              }
            }
          }
        }
      }
    }
    ranks = []
    try sink.write(.postingStarts, postingStarts)
    try sink.write(.postingEntries, entries)
    try sink.write(.blockStarts, blockStarts)
    try sink.write(.postingLows, lows)
  }

  /// Turns counts into the sum of those before each; gives the sum of all.
  private static func startsOfCounts(_ counts: inout [UInt32]) -> Int {
    var sum: UInt32 = 0
    for i in counts.indices {
      let count = counts[i]
      counts[i] = sum
      sum += count
    }
    return Int(sum)
  }

  /// Calls `body` with the rank and the entry of each posting.
  @inline(__always)
  private func forEachPosting(_ body: (Int, Int) -> Void) {
    ranks.withUnsafeBufferPointer { ranks in
      for entry in 0..<entryCount {
        let start = Int(starts[entry])
        let length = Int(starts[entry + 1]) - start
        for i in start..<start + SegmentSearch.indexedElements(of: length) { body(Int(ranks[i]), entry) }
      }
    }
  }
}
