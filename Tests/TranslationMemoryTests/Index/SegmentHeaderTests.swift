import Testing

@testable import TranslationMemory

@Suite struct SegmentHeaderTests {
  private func read(_ bytes: [UInt8]) -> SegmentHeader? { bytes.withUnsafeBytes { SegmentHeader($0) } }

  @Test func whatIsWrittenIsReadAndDamageIsSeen() {
    var header = SegmentHeader(firstUnit: 3, lastUnit: 9, revision: 4, stamp: -5)
    header.places[2] = .init(offset: 4_096, byteCount: 0, checksum: 77)
    let bytes = header.encoded
    #expect(bytes.count == SegmentHeader.size)
    #expect(read(bytes) == header)
    #expect(read(Array(bytes.dropLast())) == nil)
    for place in stride(from: 0, to: bytes.count, by: 13) {
      var damaged = bytes
      damaged[place] ^= 1
      #expect(read(damaged) == nil)
    }
    // A section that begins behind the end of the file.
    header.places[2].offset = 4_097
    #expect(read(header.encoded) == nil)
  }
}
