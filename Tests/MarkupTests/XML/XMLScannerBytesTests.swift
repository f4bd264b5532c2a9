import TestSupport
import Testing

@testable import Markup

@Suite struct XMLScannerBytesTests {
  @Test func eightBytesAtATimeIsAsOneAtATime() {
    var generator = SeededGenerator(for: "XMLScannerBytes")
    let special = Array("<&]\t\n\r\u{1}".utf8) + [0xEF, 0xEE, 0xF0, 0x80]
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        Int.random(in: 0..<9, using: &generator) == 0
          ? special.randomElement(using: &generator) ?? 0 : UInt8.random(in: 0x20...0x7E, using: &generator)
      }
      let slow = bytes.firstIndex(where: XMLScannerBytes.isTextStop) ?? bytes.count
      let fast = bytes.withUnsafeBufferPointer { XMLScannerBytes.plainTextLength($0) }
      #expect(fast == slow)
    }
  }

  @Test func namesAreLettersDigitsAndFourSigns() {
    let ascii = (UInt8(0)..<0x80).filter { XMLScannerBytes.isName($0) }
    #expect(
      String(decoding: ascii, as: UTF8.self) == "-.0123456789:ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz")
    #expect((UInt8(0x80)...0xFF).allSatisfy { XMLScannerBytes.isName($0) })
    #expect(
      "0123456789abcdefABCDEF".utf8.allSatisfy(XMLScannerBytes.isHex)
        && !"gG/:@`".utf8.contains(where: XMLScannerBytes.isHex))
  }
}
