/// Finds a byte in memory, many at a step, as the C library does it.
package enum ByteSearch {
  /// The place of the first such byte, or nil.
  package static func first(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let start = bytes.baseAddress else { return nil }
    return CLibrary.find(byte, start, bytes.count).map { $0 - UnsafeRawPointer(start) }
  }

  /// How many such bytes there are.
  package static func count(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    var rest = bytes
    while let place = first(byte, in: rest) {
      count += 1
      rest = UnsafeBufferPointer(rebasing: rest[(place + 1)...])
    }
    return count
  }
}
