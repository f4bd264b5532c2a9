import Bitext
import TestSupport
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

  @Test("what never ends is cut, and nothing is lost", arguments: ["(", "é", "a ", "?!", "« "])
  func endless(unit: String) throws {
    let segmenter = try RuleFiles.segmenter("fr")
    let stream = SegmentStream(segmenter, longestParagraph: 256, longestSentence: 1024)
    let bytes = Array(String(repeating: unit, count: 6000).utf8)
    let found = read(stream, bytes, by: 100)
    #expect(found.count > 1 && found.allSatisfy { $0.bytes.count <= 1024 })
    expectWhole(bytes, found)
  }

  @Test("sentences and gaps give back any bytes, repaired", arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func anyBytes(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces: [[UInt8]] = [
      [0xC3], [0xA9], [0xC2, 0xAB], [0xC2], [0xBB], [0xE2, 0x80], [0xE2, 0x80, 0xA8], [0xF0, 0x9F], [0xFF],
      [0xED, 0xA0, 0x80],
      [0xC0, 0x80], [0x80], [0x0D], [0x0A], [0x20], [0x2E], Array("Il part".utf8), Array(". M. ".utf8),
      Array("։ ".utf8), [0],
    ]
    for language: LanguageTag in ["fr", "hy", "xh"] {
      let stream = SegmentStream(try RuleFiles.segmenter(language), longestParagraph: 64, longestSentence: 128)
      for _ in 0..<200 {
        let bytes = (0..<Int.random(in: 0...60, using: &random)).flatMap { _ in
          pieces[Int.random(in: 0..<pieces.count, using: &random)]
        }
        let found = read(stream, bytes, by: Int.random(in: 1...20, using: &random))
        expectWhole(Array(String(decoding: bytes, as: UTF8.self).utf8), found)
      }
    }
  }

  private func expectWhole(_ bytes: [UInt8], _ segments: [Segment]) {
    var end = 0
    for segment in segments {
      guard segment.bytes.lowerBound >= end, segment.bytes.upperBound <= bytes.count else {
        Issue.record("\(segment.bytes) after \(end) of \(bytes)")
        return
      }
      #expect(Array(segment.text.utf8) == Array(bytes[segment.bytes]), "\(bytes)")
      let gap = String(decoding: bytes[end..<segment.bytes.lowerBound], as: UTF8.self)
      #expect(gap.unicodeScalars.allSatisfy { $0.properties.isWhitespace }, "\(bytes)")
      end = segment.bytes.upperBound
    }
    let rest = String(decoding: bytes[end...], as: UTF8.self)
    #expect(rest.unicodeScalars.allSatisfy { $0.properties.isWhitespace }, "\(bytes)")
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
