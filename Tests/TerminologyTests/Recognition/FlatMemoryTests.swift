import Testing

@testable import Terminology

@Suite struct FlatMemoryTests {
  @Test func arraysLieEndToEnd() {
    let numbers = (0..<100).map { Int32($0) }
    let words: [UInt8] = [1, 2, 3]
    let memory = FlatMemory(size: FlatMemory.bytes(of: numbers) + FlatMemory.bytes(of: words))
    let first = memory.copy(numbers)
    let second = memory.copy(words)
    #expect((0..<100).allSatisfy { first[$0] == Int32($0) } && (0..<3).allSatisfy { second[$0] == words[$0] })
    #expect(UInt(bitPattern: first) % 64 == 0 && UInt(bitPattern: second) % 64 == 0)
    withExtendedLifetime(memory) {}
  }
}
