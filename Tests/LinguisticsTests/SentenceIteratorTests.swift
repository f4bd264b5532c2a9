import Testing

@testable import Linguistics

@Suite struct SentenceIteratorTests {
  @Test func boundariesAreByteOffsetsAfterTrailingSpace() throws {
    let iterator = try SentenceIterator("fr")
    let text = "Il est né. Elle part."
    #expect(iterator.boundaries(in: text) == [12, 22])
  }

  @Test func oneIteratorServesManyTexts() throws {
    let iterator = try SentenceIterator("und")
    #expect(iterator.boundaries(in: "") == [])
    #expect(iterator.boundaries(in: "A. B.").last == 5)
    #expect(iterator.boundaries(in: "x") == [1])
  }
}
