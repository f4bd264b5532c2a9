/// The keys of a compiled glossary in one of two orders: as they lie, or by their bytes read from the last to the first.
///
/// In either, keys that begin alike stand together, so that all of them can be leapt over at once.
struct KeyOrder {
  private let keys: CompiledKeys
  /// Numbers of the keys, 32 bits each, little-endian; nil where they stand as they lie.
  private let numbers: UnsafeRawBufferPointer?
  private let samples: UnsafeRawBufferPointer
  private let runs: UnsafeRawBufferPointer
  let count: Int

  /// Of so many keys one is sampled.
  static let sampleDistance = 64

  /// A key's bytes in the direction of reading.
  struct Key {
    let bytes: UnsafeRawBufferPointer
    let backward: Bool

    var count: Int { bytes.count }

    subscript(place: Int) -> UInt8 { backward ? bytes[bytes.count - 1 - place] : bytes[place] }

    /// The first eight bytes as a number that sorts as they do.
    var head: UInt64 { head(of: bytes.count, padding: 0) }

    /// The first eight bytes of the first `length`.
    func head(of length: Int, padding: UInt8) -> UInt64 {
      var head: UInt64 = 0
      for place in 0..<8 { head = head << 8 | UInt64(place < length ? self[place] : padding) }
      return head
    }

    /// Whether this is before another that is read in the same direction.
    func precedes(_ other: Key) -> Bool {
      let shared = min(count, other.count)
      var place = 0
      while place < shared {
        let (own, others) = (self[place], other[place])
        if own != others { return own < others }
        place += 1
      }
      return count < other.count
    }
  }

  /// - Parameters:
  ///   - numbers: the keys' numbers by their bytes from the last to the first; nil for the keys as they lie.
  ///   - samples: the head of every so many keys, 64 bits each, little-endian; to leap by reading few pages of a file.
  ///   - runs: of every run of keys that begin with the same four bytes, these as the upper half of a head, and the place of
  ///     the first: 32 bits each, little-endian.
  init(
    _ keys: CompiledKeys, numbers: UnsafeRawBufferPointer?, samples: UnsafeRawBufferPointer,
    runs: UnsafeRawBufferPointer
  ) {
    self.keys = keys
    self.numbers = numbers
    self.samples = samples
    self.runs = runs
    count = numbers.map { min($0.count / 4, keys.count) } ?? keys.count
  }

  /// The number of the key at a place of this order.
  func number(at place: Int) -> Int {
    guard let numbers else { return place }
    guard place >= 0, place * 4 + 4 <= numbers.count else { return keys.count }
    return Int(UInt32(littleEndian: numbers.loadUnaligned(fromByteOffset: place * 4, as: UInt32.self)))
  }

  subscript(place: Int) -> Key { Key(bytes: keys[number(at: place)], backward: numbers != nil) }

  /// The first place whose key is not before `wanted`, which is read in this order's direction.
  func lowerBound(_ wanted: Key) -> Int {
    // Samples with a lesser head are before it, those with a greater one are not.
    let head = wanted.head
    let lesser = head == 0 ? 0 : firstSample(above: head - 1)
    var low = max(0, (lesser - 1) * Self.sampleDistance)
    var high = min(firstSample(above: head) * Self.sampleDistance, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].precedes(wanted) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first place after `from` whose key does not begin with the first `length` bytes of the key at `from`: leaps of
  /// growing length, then halving; where the samples tell, only among the keys between two of them.
  func firstPast(_ length: Int, from: Int) -> Int {
    let key = self[from]
    var low = from
    var high = count
    if length < 8 {
      // No byte of a key is 0xFF: all keys with the prefix are below this.
      let sample = firstSample(above: key.head(of: length, padding: 0xFF))
      low = max(from, (sample - 1) * Self.sampleDistance)
      high = min(sample * Self.sampleDistance, count)
    } else {
      var step = 1
      while low + step < count, begins(low + step, like: key, length) {
        low += step
        step *= 2
      }
      high = min(low + step, count)
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if begins(middle, like: key, length) { low = middle } else { high = middle }
    }
    // A damaged file may say otherwise, but the walk goes on.
    return max(high, from + 1)
  }

  // MARK: Runs

  /// Bytes in which the keys of a run agree, unless they are shorter.
  static let runLength = 4

  var runCount: Int { runs.count / 8 }

  /// The places of a run's keys; none past the last run.
  func run(_ number: Int) -> Range<Int> {
    guard number >= 0, number < runCount else { return count..<count }
    let start = min(runField(number, 4), count)
    return start..<max(start, number + 1 < runCount ? min(runField(number + 1, 4), count) : count)
  }

  /// The first four bytes of a run's keys as a number that sorts as they do, filled with zeros.
  func runHead(_ number: Int) -> UInt32 { UInt32(truncatingIfNeeded: runField(number, 0)) }

  private func runField(_ number: Int, _ offset: Int) -> Int {
    guard number >= 0, number * 8 + 8 <= runs.count else { return 0 }
    return Int(UInt32(littleEndian: runs.loadUnaligned(fromByteOffset: number * 8 + offset, as: UInt32.self)))
  }

  /// The first run after `from` whose head does not begin with the first `length` bytes, 1...4, of that of `from`.
  func firstRunPast(_ length: Int, from: Int) -> Int {
    // No byte of a key is 0xFF: all heads that begin so are below this.
    let last = length < 4 ? runHead(from) | UInt32.max >> UInt32(8 * length) : runHead(from)
    var low = from + 1
    var high = max(runCount, low)
    while low < high {
      let middle = (low + high) / 2
      if runHead(middle) > last { high = middle } else { low = middle + 1 }
    }
    return low
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

  private func begins(_ place: Int, like key: Key, _ length: Int) -> Bool {
    let other = self[place]
    guard other.count >= length else { return false }
    // From the end: what the keys share is at the head.
    var place = length - 1
    while place >= 0 {
      if key[place] != other[place] { return false }
      place -= 1
    }
    return true
  }
}
