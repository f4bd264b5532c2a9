import Testing

@testable import Names

@Suite struct NameBytesWriterTests {
  @Test func aTextIsKeptOnce() {
    func size(_ texts: [String]) -> Int {
      var writer = NameBytesWriter()
      writer.texts(texts)
      return writer.finished().count
    }
    #expect(size(["Pachinian", "Pachinian"]) == size(["Pachinian"]) + 1)
    #expect(size(["Pachinian", "Aliev"]) == size(["Pachinian"]) + 1 + 4 + 5)
  }
}
