import FoundationEssentials
import Testing

@testable import Terminology

@Suite struct CompiledBytesTests {
  @Test func whatIsWrittenIsRead() {
    var writer = CompiledBytesWriter()
    writer.append(7)
    writer.append(0xFFFF_FFFF)
    writer.append("été".utf8)
    let bytes = CompiledBytes(data: Data(writer.bytes))
    #expect(bytes.count == 13 && bytes.number(0) == 7 && bytes.number(4) == 0xFFFF_FFFF)
    #expect(bytes.text(8..<13) == "été" && bytes.byte(8) == 0xC3)
  }

  @Test func whatLiesOutsideIsNothing() {
    let bytes = CompiledBytes(data: Data([1, 2, 3]))
    #expect(bytes.number(0) == 0 && bytes.number(-4) == 0 && bytes.byte(3) == 0 && bytes.byte(-1) == 0)
    #expect(bytes.text(1..<9).isEmpty && bytes.withBytes(0..<4, \.count) == 0 && bytes.withBytes(0..<3, \.count) == 3)
  }
}
