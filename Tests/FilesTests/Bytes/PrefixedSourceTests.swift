import Testing

@testable import Files

@Suite struct PrefixedSourceTests {
  private func source() -> PrefixedSource { PrefixedSource(MemorySource(Array(1...9), name: "a", chunk: 2)) }

  @Test func whatWasLookedAtIsReadAllTheSame() throws {
    let source = source()
    try source.look(5)
    #expect(source.head.starts(with: [1, 2, 3, 4, 5]))
    #expect(try source.readAll() == Array(1...9))
    #expect(try source.read().isEmpty)
  }

  @Test func bytesCanBeTakenDroppedAndPutBack() throws {
    let source = source()
    #expect(try source.take(3) == [1, 2, 3])
    try source.look(2)
    source.drop(1)
    #expect(try source.readAll() == Array(5...9))
    source.restore([1])
    #expect(try source.readAll() == [1])
    #expect(try source.take(3) == [])
  }
}
