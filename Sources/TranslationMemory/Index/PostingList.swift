/// The entries that one element finds, rising.
///
/// Long lists hold the lower 16 bits of each entry, block by block of 65,536 entries; short ones hold entries whole.
/// SAFETY: ranges were checked against their columns when the list was made; the segment that gave it must outlive it.
struct PostingList {
  private enum Form {
    case whole(UnsafeBufferPointer<UInt32>)
    /// Where each block begins in `lows`, and at last where they end.
    case blocks(UnsafeBufferPointer<UInt32>, lows: UnsafeBufferPointer<UInt16>)
  }

  private let form: Form

  init(whole: UnsafeBufferPointer<UInt32>) { form = .whole(whole) }
  init(blockStarts: UnsafeBufferPointer<UInt32>, lows: UnsafeBufferPointer<UInt16>) {
    form = .blocks(blockStarts, lows: lows)
  }

  /// Calls `body` with each entry from `first` up to `end`, which it excludes.
  @inline(__always)
  func forEach(from first: Int, to end: Int, _ body: (Int) -> Void) {
    guard first < end else { return }
    switch form {
    case .whole(let entries):
      var at = Self.lowerBound(UInt32(first), entries, 0..<entries.count)
      while at < entries.count {
        let entry = Int(entries[at])
        if entry >= end { return }
        body(entry)
        at &+= 1
      }
    case .blocks(let starts, let lows):
      let lastBlock = min((end - 1) >> 16, starts.count - 2)
      var block = first >> 16
      while block <= lastBlock {
        var at = Int(starts[block])
        let stop = Int(starts[block + 1])
        if block == first >> 16 { at = Self.lowerBound(UInt16(first & 0xFFFF), lows, at..<stop) }
        let high = block << 16
        while at < stop {
          let entry = high | Int(lows[at])
          if entry >= end { return }
          body(entry)
          at &+= 1
        }
        block += 1
      }
    }
  }

  /// The first place in a range of rising numbers whose number is not below `value`.
  private static func lowerBound<Number: FixedWidthInteger>(
    _ value: Number, _ numbers: UnsafeBufferPointer<Number>, _ range: Range<Int>
  ) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
