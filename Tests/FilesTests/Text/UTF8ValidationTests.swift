import Testing

@testable import Files

@Suite struct UTF8ValidationTests {
  @Test(arguments: ["", "a", "é", "Ձ🙂\u{10FFFF}\u{E000}\u{D7FF}"]) func textHasNoFault(text: String) {
    #expect(UTF8Validation.firstFault(in: Array(text.utf8)) == nil)
  }

  @Test(
    "overlong, surrogate, too high, cut, alone",
    arguments: [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3], [0xE2, 0x80], [0x80],
      [0xFF],
    ] as [[UInt8]])
  func theFirstBadByteIsFound(bytes: [UInt8]) {
    #expect(UTF8Validation.firstFault(in: Array("aé".utf8) + bytes) == 3)
  }

  @Test func itAgreesWithSwiftOnAllPairsOfBytes() {
    for first in UInt8.min ... .max {
      for second in UInt8.min ... .max {
        let bytes = [first, second, UInt8(ascii: "a")]
        #expect((UTF8Validation.firstFault(in: bytes) == nil) == (String(validating: bytes, as: UTF8.self) != nil))
      }
    }
  }
}
