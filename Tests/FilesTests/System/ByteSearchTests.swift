import TestSupport
import Testing

@testable import Files

@Suite struct ByteSearchTests {
  @Test func theFirstAndTheNumberAreThoseOfALoop() {
    var generator = SeededGenerator(for: "ByteSearch")
    for size in 0..<200 {
      let bytes = (0..<size).map { _ in UInt8.random(in: 0...9, using: &generator) }
      #expect(bytes.withUnsafeBufferPointer { ByteSearch.first(7, in: $0) } == bytes.firstIndex(of: 7))
      #expect(bytes.withUnsafeBufferPointer { ByteSearch.count(7, in: $0) } == bytes.count { $0 == 7 })
    }
  }
}
