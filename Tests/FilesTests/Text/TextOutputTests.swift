import Testing

@testable import Files

@Suite struct TextOutputTests {
  @Test func textIsHandedOnInOrder() throws {
    let sink = MemorySink()
    var output = TextOutput(sink)
    try output.write("é\n")
    try output.write(String(repeating: "a", count: 1 << 17))
    #expect(sink.bytes.count == (1 << 17) + 3)
    try output.write("b")
    try output.flush()
    #expect(sink.text.hasSuffix("ab"))
  }

  @Test func aFirstCharacterThatLooksLikeAMarkIsKept() throws {
    let sink = MemorySink()
    var output = TextOutput(sink)
    try output.write("\u{FEFF}a")
    try output.flush()
    #expect(try TextFile(bytes: sink.bytes, name: "a").text == "\u{FEFF}a")
  }
}
