import Testing

@testable import Names

@Suite struct NameIndexTests {
  @Test func numbersAreFoundByKey() {
    let index = NameIndex(["a": [3, 5], "b": [], "c": [1]])
    #expect(Array(index["a"]) == [3, 5])
    #expect(index["b"].isEmpty && index["d"].isEmpty)
    #expect(Array(index["c"]) == [1])
    #expect(index.numbers.count == 3)
  }
}
