import Testing

@testable import Alignment

@Suite struct FloatLanesTests {
  @Test func fourAreReadAndWrittenAtOnce() {
    let lanes = FloatLanes(repeating: 1, count: 6)
    lanes[lanes: 2] = SIMD4(2, 3, 4, 5)
    #expect((0..<6).map { lanes[$0] } == [1, 1, 2, 3, 4, 5])
    // Four from the last place on: three more lie behind it.
    #expect(lanes[lanes: 5][0] == 5)
  }

  @Test func aRangeIsFilledLoweredAndSearched() {
    let lanes = FloatLanes(repeating: 0, count: 5)
    lanes.fill(1..<4, with: 7)
    lanes.subtract(2, in: 2..<5)
    #expect((0..<5).map { lanes[$0] } == [0, 7, 5, 5, -2])
    #expect(lanes.max(in: 2..<5) == 5)
    #expect(lanes.max(in: 2..<2) == nil)
  }
}
