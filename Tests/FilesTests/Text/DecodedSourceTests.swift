import Testing

@testable import Files

@Suite struct DecodedSourceTests {
  private func text(_ bytes: [UInt8], _ encoding: String) throws -> String? {
    guard let source = DecodedSource(MemorySource(bytes, name: "a", chunk: 1), encoding: encoding) else { return nil }
    return String(decoding: try source.readAll(), as: UTF8.self)
  }

  @Test func codePagesBecomeUTF8() throws {
    #expect(try text([0xC9, 0x72, 0xE9, 0x76, 0x61, 0x6E], "ISO-8859-1") == "Érévan")
    #expect(try text([0xC5, 0xF0, 0xE5, 0xE2, 0xE0, 0xED], "windows-1251") == "Ереван")
    #expect(try text([0, 0x61, 0xD8, 0x3D, 0xDE, 0x42], "UTF-16BE") == "a🙂")
  }

  @Test("unknown, or hiding ASCII", arguments: ["", "x-nonsense", "UTF-7", "SCSU"]) func refused(encoding: String)
    throws
  {
    #expect(try text([], encoding) == nil)
  }

  @Test func whatIsBeforeADamagedCharacterIsGiven() throws {
    let source = try #require(
      DecodedSource(MemorySource([0, 0x61, 0xD8, 0x3D, 0, 0x62], name: "a"), encoding: "UTF-16BE"))
    #expect(try source.read() == [0x61])
    let error = #expect(throws: FileError.self) { try source.read() }
    #expect(error?.reason == .encoding)
  }
}
