import TestSupport
import Testing

@testable import Files

@Suite struct VariableLengthIntegerTests {
  @Test(
    arguments: [
      (0, [0]), (127, [0x7F]), (128, [0x80, 1]), (300, [0xAC, 2]),
      (UInt64.max, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1]),
    ] as [(UInt64, [UInt8])])
  func asTheStandardHasIt(value: UInt64, bytes: [UInt8]) {
    var written: [UInt8] = []
    VariableLengthInteger.append(value, to: &written)
    #expect(written == bytes)
  }

  @Test func whatGoesInComesOut() {
    var generator = SeededGenerator(for: "VariableLengthInteger")
    var bytes: [UInt8] = []
    let values = (0..<500).map { UInt64.random(in: 0 ... .max, using: &generator) >> UInt64($0 % 64) }
    for value in values { VariableLengthInteger.append(value, to: &bytes) }
    var offset = 0
    #expect(values.map { _ in VariableLengthInteger.read(bytes, at: &offset) } == values)
    #expect(offset == bytes.count)
    #expect(VariableLengthInteger.read(bytes, at: &offset) == nil)
  }

  @Test(
    "cut, or more than 64 bits",
    arguments: [
      [], [0x80], [0xFF, 0xFF], [UInt8](repeating: 0x80, count: 10), [UInt8](repeating: 0x80, count: 11) + [0],
      [UInt8](repeating: 0xFF, count: 9) + [2],
    ] as [[UInt8]])
  func damagedBytesAreNoNumber(bytes: [UInt8]) {
    var offset = 0
    #expect(VariableLengthInteger.read(bytes, at: &offset) == nil)
    #expect(offset <= bytes.count)
  }
}
