import Testing

@testable import Files

@Suite struct BlockChecksumTests {
  private func checksum(_ bytes: [UInt8], pieces: Int) -> [UInt64] {
    var checksum = BlockChecksum()
    var place = 0
    repeat {
      let end = min(place + pieces, bytes.count)
      bytes[place..<end].withUnsafeBytes { checksum.combine($0) }
      place = end
    } while place < bytes.count
    return [checksum.wideValue.0, checksum.wideValue.1]
  }

  @Test(arguments: [0, 1, 31, 32, 33, 64, 95, 96, 1_000]) func piecesDoNotCount(count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 11) }
    let whole = checksum(bytes, pieces: 4_096)
    #expect(checksum(bytes, pieces: 32) == whole)
    #expect(checksum(bytes, pieces: 64) == whole)
    #expect(bytes.withUnsafeBytes { ContentHash.checksum($0) } == whole[0])
    #expect(checksum(bytes + [0], pieces: 4_096) != whole)
  }
}
