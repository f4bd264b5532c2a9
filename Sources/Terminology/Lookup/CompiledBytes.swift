internal import FoundationEssentials

/// Little-endian numbers and texts in a buffer, each read with a look at the buffer's end.
///
/// All unsafe reads of compiled glossaries are here. A place past the end gives 0 or an empty text, so that a damaged
/// file can only give wrong answers, never a crash; `CompiledGlossary` checks the head and the size before.
struct CompiledBytes: Sendable {
  let data: Data

  var count: Int { data.count }

  func number(_ offset: Int) -> Int {
    guard offset >= 0, offset + 4 <= data.count else { return 0 }
    return data.withUnsafeBytes { Int(UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt32.self))) }
  }

  func byte(_ offset: Int) -> UInt8 {
    guard offset >= 0, offset < data.count else { return 0 }
    return data[data.startIndex + offset]
  }

  func text(_ range: Range<Int>) -> String {
    guard range.lowerBound >= 0, range.upperBound <= data.count else { return "" }
    return data.withUnsafeBytes { String(decoding: UnsafeRawBufferPointer(rebasing: $0[range]), as: UTF8.self) }
  }

  /// The bytes of a range, for loops that read many; empty where it passes the end.
  func withBytes<Result>(_ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    guard range.lowerBound >= 0, range.upperBound <= data.count else {
      return body(UnsafeRawBufferPointer(start: nil, count: 0))
    }
    return data.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }
}

/// Writes what `CompiledBytes` reads.
struct CompiledBytesWriter {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ number: Int) {
    let value = UInt32(truncatingIfNeeded: number)
    for shift in stride(from: 0 as UInt32, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
  }

  mutating func append(_ more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }
}
