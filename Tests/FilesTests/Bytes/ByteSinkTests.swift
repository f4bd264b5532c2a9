import Testing

@testable import Files

@Suite struct ByteSinkTests {
  @Test func memoryKeepsWhatIsWritten() {
    let sink = MemorySink()
    sink.write(Array("é".utf8))
    sink.write(Array("a".utf8))
    #expect(sink.text == "éa" && sink.bytes == [0xC3, 0xA9, 0x61])
  }

  @Test func aFullDiskIsAFaultAndAClosedPipeIsTold() {
    #expect(
      WritingFault.error(SystemError(code: 28), "a").description
        == "a: error: cannot be written (No space left on device); free the disk")
    #expect(WritingFault.error(SystemError(code: 32), "-").reason == .closedPipe)
  }
}
