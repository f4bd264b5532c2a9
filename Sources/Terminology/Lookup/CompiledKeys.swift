internal import FoundationEssentials

/// The sorted keys of a compiled glossary, read where they lie.
///
/// A place past the end gives an empty key, so that a damaged file can only give wrong answers.
struct CompiledKeys {
  private let spellings: UnsafeRawBufferPointer
  private let starts: UnsafeRawBufferPointer
  let count: Int

  /// - Parameters:
  ///   - spellings: the keys end to end.
  ///   - starts: where each begins, and the end of the last: 32 bits each, little-endian.
  init(spellings: UnsafeRawBufferPointer, starts: UnsafeRawBufferPointer) {
    self.spellings = spellings
    self.starts = starts
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
}
