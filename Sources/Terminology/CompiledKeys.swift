internal import FoundationEssentials

/// The sorted keys of a compiled glossary, read where they lie.
///
/// A place past the end gives an empty key, so that a damaged file can only give wrong answers.
struct CompiledKeys {
  private let spellings: UnsafeRawBufferPointer
  private let starts: UnsafeRawBufferPointer
  private let samples: UnsafeRawBufferPointer
  let count: Int

  /// Of so many keys one is sampled.
  static let sampleDistance = 64

  /// - Parameters:
  ///   - spellings: the keys end to end.
  ///   - starts: where each begins, and the end of the last: 32 bits each, little-endian.
  ///   - samples: the first eight bytes of every so many keys, as `head` puts them; to leap by reading few pages of a file.
  init(spellings: UnsafeRawBufferPointer, starts: UnsafeRawBufferPointer, samples: UnsafeRawBufferPointer) {
    self.spellings = spellings
    self.starts = starts
    self.samples = samples
    count = max(starts.count / 4 - 1, 0)
  }

  private func start(_ number: Int) -> Int {
    guard number >= 0, number * 4 + 4 <= starts.count else { return spellings.count }
    return Int(UInt32(littleEndian: starts.loadUnaligned(fromByteOffset: number * 4, as: UInt32.self)))
  }

  subscript(number: Int) -> UnsafeRawBufferPointer {
    let (from, to) = (start(number), start(number + 1))
    guard from <= to, to <= spellings.count else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    return UnsafeRawBufferPointer(rebasing: spellings[from..<to])
  }

  /// The first key that is not before `wanted`.
  func lowerBound(_ wanted: UnsafeRawBufferPointer) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Self.compare(self[middle], wanted) < 0 { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first key after `from` that does not begin with `prefix`, which key `from` does: leaps of growing length, then
  /// halving; where the samples tell, only among the keys between two of them.
  func firstPast(_ prefix: UnsafeRawBufferPointer, from: Int) -> Int {
    var low = from
    var high = count
    if prefix.count < 8 {
      // No byte of a key is 0xFF: all keys with the prefix are below this.
      let sample = firstSample(above: Self.head(prefix, padding: 0xFF))
      low = max(from, (sample - 1) * Self.sampleDistance)
      high = min(sample * Self.sampleDistance, count)
    } else {
      var step = 1
      while low + step < count, begins(low + step, prefix) {
        low += step
        step *= 2
      }
      high = min(low + step, count)
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if begins(middle, prefix) { low = middle } else { high = middle }
    }
    // A damaged file may say otherwise, but the walk goes on.
    return max(high, from + 1)
  }

  /// The number of the first sample that is greater, or how many there are.
  private func firstSample(above head: UInt64) -> Int {
    var low = 0
    var high = samples.count / 8
    while low < high {
      let middle = (low + high) / 2
      let sample = UInt64(littleEndian: samples.loadUnaligned(fromByteOffset: middle * 8, as: UInt64.self))
      if sample > head { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The first eight bytes of a key as a number that sorts as they do.
  static func head(_ key: UnsafeRawBufferPointer, padding: UInt8 = 0) -> UInt64 {
    (0..<8).reduce(0) { $0 << 8 | UInt64($1 < key.count ? key[$1] : padding) }
  }

  private func begins(_ number: Int, _ prefix: UnsafeRawBufferPointer) -> Bool {
    let key = self[number]
    guard key.count >= prefix.count else { return false }
    // From the end: what the keys share is at the head.
    var place = prefix.count - 1
    while place >= 0 {
      if key[place] != prefix[place] { return false }
      place -= 1
    }
    return true
  }

  /// Below 0 where `a` is before `b`.
  static func compare(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
    let shared = min(a.count, b.count)
    var place = 0
    while place < shared {
      if a[place] != b[place] { return Int(a[place]) - Int(b[place]) }
      place += 1
    }
    return a.count - b.count
  }
}
