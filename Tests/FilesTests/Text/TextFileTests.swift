import Testing

@testable import Files

@Suite struct TextFileTests {
  private func fault(_ bytes: [UInt8]) -> String? {
    let error = #expect(throws: FileError.self) { try TextFile(bytes: bytes, name: "a.txt") }
    return error?.description
  }

  @Test func utf8WithAndWithoutMark() throws {
    let plain = try TextFile(bytes: Array("é\n".utf8), name: "a.txt")
    #expect(plain.text == "é\n" && plain.encoding == .utf8 && !plain.hadMark)
    let marked = try TextFile(bytes: [0xEF, 0xBB, 0xBF, 0x61], name: "a.txt")
    #expect(marked.text == "a" && marked.hadMark)
    #expect(try TextFile(bytes: [], name: "a.txt").text.isEmpty)
  }

  @Test func utf16NeedsItsMark() throws {
    let little = try TextFile(bytes: [0xFF, 0xFE, 0xE9, 0, 0x3D, 0xD8, 0x00, 0xDE], name: "a.txt")
    #expect(little.text == "é😀" && little.encoding == .utf16LittleEndian && little.hadMark)
    let big = try TextFile(bytes: [0xFE, 0xFF, 0, 0x61], name: "a.txt")
    #expect(big.text == "a" && big.encoding == .utf16BigEndian)
    let bare = Array("Le texte".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    #expect(
      fault(bare)
        == "a.txt:1:2: error: NUL byte at offset 1: this looks like UTF-16 without a byte order mark; save the file as UTF-8"
    )
  }

  @Test func damagedUTF16IsRefusedInItsPlace() {
    #expect(
      fault([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x00, 0xD8])?.hasPrefix("a.txt:2:1: error: invalid UTF-16 at offset 6")
        == true)
    #expect(fault([0xFF, 0xFE, 0x61, 0, 0x62])?.contains("cut in half") == true)
  }

  @Test func invalidUTF8IsRefusedWithOffsetLineAndColumn() {
    #expect(
      fault(Array("é\nab".utf8) + [0xE9, 0x20])
        == "a.txt:2:3: error: invalid UTF-8: byte 0xE9 at offset 5; save the file as UTF-8")
    // Overlong, surrogate, past the end of Unicode, cut at the end.
    for bytes: [UInt8] in [[0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]] {
      #expect(fault(bytes)?.hasPrefix("a.txt:1:1: error:") == true)
    }
  }

  @Test func nulAndBinaryAreRefused() {
    #expect(
      fault(Array("abcdefghijklmnopqrstuvwxyz, et la suite du texte sur une ligne\n".utf8) + [0])
        == "a.txt:2:1: error: NUL byte at offset 63; remove it or save the file as UTF-8 text")
    let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3, 4, 5, 6, 7, 8]
    #expect(fault(png)?.contains("this is no text file") == true)
  }
}
