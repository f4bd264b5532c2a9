import Bitext
import Testing

@testable import Segmentation

@Suite struct SegmentStreamTests {
  private let text = """
    ⁠date 2021-03 Au cours du sommet, « tout va bien », a-t-il dit. Il part… Été 1921\r
    \r
    Un titre\r
    La route est fermée. M. Aliev reste à Gumri.\rFin

    Ligne coupée
    ici. Puis une autre ligne
    coupée là.
    """

  @Test("blocks of any size give what the whole gives", arguments: [1, 2, 3, 7, 16, 1000])
  func blocks(size: Int) throws {
    for wrapped in [false, true] {
      let segmenter = try RuleFiles.segmenter("fr", .init(wrapped: wrapped))
      let whole = segmenter.segments(of: text)
      let stream = SegmentStream(segmenter)
      for _ in 1...2 { #expect(read(stream, Array(text.utf8), by: size) == whole) }
    }
  }

  @Test func aParagraphWithoutEndIsCutAtSentences() throws {
    let segmenter = try RuleFiles.segmenter("fr")
    let line = String(repeating: "« Où va-t-il ? », dit M. Aliev. Elle attend à Gumri. ", count: 2000)
    let stream = SegmentStream(segmenter, longestParagraph: 4096)
    let found = read(stream, Array((line + "\nFin").utf8), by: 1000)
    #expect(found == segmenter.segments(of: line + "\nFin"))
  }

  @Test func anEndlessSentenceIsHeldWhole() throws {
    let stream = SegmentStream(try RuleFiles.segmenter("fr"), longestParagraph: 64)
    let found = read(stream, Array(String(repeating: ".(", count: 20_000).utf8), by: 500)
    #expect(found.map(\.bytes) == [0..<40_000])
  }

  @Test func brokenBytesAreRepairedAndCounted() throws {
    let stream = SegmentStream(try RuleFiles.segmenter("fr"), longestParagraph: 16)
    let bytes = Array("Il part. ".utf8) + [0xC3, 0x28] + Array(" Elle reste. Fin\nUn".utf8)
    let found = read(stream, bytes, by: 4)
    let repaired = String(decoding: bytes, as: UTF8.self)
    #expect(found.last?.bytes.upperBound == repaired.utf8.count)
    for segment in found {
      #expect(segment.text == String(decoding: Array(repaired.utf8)[segment.bytes], as: UTF8.self))
    }
  }

  private func read(_ stream: SegmentStream, _ bytes: [UInt8], by size: Int) -> [Segment] {
    var found: [Segment] = []
    var start = 0
    while start < bytes.count {
      let end = min(start + size, bytes.count)
      found += stream.feed(bytes[start..<end])
      start = end
    }
    return found + stream.finish()
  }
}
