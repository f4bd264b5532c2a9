import Bitext
import Testing

@testable import Files

@Suite struct TextLinesTests {
  private func lines(
    _ bytes: [UInt8], salvages: Bool = false, replacesNUL: Bool = false, limit: Int = 1 << 20, chunk: Int = 3
  ) throws -> [String] {
    var limits = ReadingLimits()
    limits.segmentBytes = limit
    var lines = try TextLines(
      PrefixedSource(MemorySource(bytes, name: "a.txt", chunk: chunk)),
      context: ReadingContext(limits: limits, salvages: salvages))
    lines.replacesNUL = replacesNUL
    var all: [String] = []
    while let line = try lines.next() { all.append(line) }
    return all
  }

  @Test("LF, CR LF and CR end a line", arguments: [1, 2, 3, 64]) func lineEnds(chunk: Int) throws {
    #expect(try lines(Array("a\nb\r\nc\rd\n\ne".utf8), chunk: chunk) == ["a", "b", "c", "d", "", "e"])
  }

  @Test func utf16IsReadByItsMark() throws {
    let bytes: [UInt8] = [0xFF, 0xFE] + "é\nb".utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    #expect(try lines(bytes) == ["é", "b"])
    #expect(#expect(throws: FileError.self) { try lines([0xFF, 0xFE, 0, 0]) }?.message.contains("UTF-32") == true)
  }

  @Test func aBadByteHasALineAndAColumn() throws {
    let bytes = Array("a\né".utf8) + [0xFF]
    let error = #expect(throws: FileError.self) { try lines(bytes) }
    #expect(
      error?.description
        == "a.txt:2:2: error: invalid UTF-8: byte 0xFF at offset 4; save the file as UTF-8")
    #expect(try lines(bytes, salvages: true) == ["a", "é\u{FFFD}"])
  }

  @Test func aNULIsRefusedOrReplaced() throws {
    let error = #expect(throws: FileError.self) { try lines(Array("a\0".utf8)) }
    #expect(error?.position == SourcePosition(file: "a.txt", line: 1, column: 2))
    #expect(try lines(Array("a\0".utf8), replacesNUL: true) == ["a\u{FFFD}"])
  }

  @Test func aLongLineGoesOverTheLimit() {
    let error = #expect(throws: FileError.self) {
      try lines(Array("a\n".utf8) + Array(repeating: 98, count: 500), limit: 100)
    }
    #expect(error?.reason == .limit(.segmentBytes) && error?.position.line == 2)
  }
}
