import Testing

@testable import Segmentation

@Suite struct ListSequenceTests {
  /// Where each item after the first starts, by the signs that may close a marker.
  private func items(_ text: String) -> [Int]? {
    var text = text
    return text.withUTF8 { buffer in
      let bytes = TextBytes(buffer)
      guard var list = ListSequence(bytes, 0..<buffer.count) else { return nil }
      return buffer.indices.filter { buffer[$0] == UInt8(ascii: ")") || buffer[$0] == UInt8(ascii: ".") }
        .compactMap { list.item(endingAt: $0) }
    }
  }

  @Test func aListRunsOnWhileItsMarkersCount() {
    #expect(items("1) one 2) two 3) three") == [7, 14])
    #expect(items("a. one b. two") == [7])
    #expect(items("(1) one (2) two") == [8])
  }

  @Test func anotherNumberOrStyleIsNoItem() {
    #expect(items("1) one 3) three") == [])
    #expect(items("1) one 2. two") == [])
    #expect(items("one 1) two") == nil)
  }
}
