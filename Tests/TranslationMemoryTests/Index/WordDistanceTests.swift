import TestSupport
import Testing

@testable import TranslationMemory

@Suite struct WordDistanceTests {
  /// Texts of all lengths around the blocks of 64 words, with common and rare words, at limits around the distance.
  @Test(arguments: 0..<6) func theDistanceIsThatOfTheTable(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let vocabulary = seed % 2 == 0 ? 30 : 70_000
    func words(_ length: Int) -> [String] {
      (0..<length).map { _ in "m" + letters(Int.random(in: 0..<vocabulary, using: &random)) }
    }
    func edited(_ text: [String], _ edits: Int) -> [String] {
      var text = text
      for _ in 0..<edits {
        let place = Int.random(in: 0...text.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: text.insert(contentsOf: words(1), at: place)
        case 1: if place < text.count { text.remove(at: place) }
        default: if place < text.count { text[place] = words(1)[0] }
        }
      }
      return text
    }
    let lengths = [1, 2, 30, 63, 64, 65, 100, 127, 128, 129, 200, 300]
    let queries = lengths.map { words($0) } + [words(4_097)]
    var texts: [[String]] = []
    for query in queries {
      for edits in [0, 1, query.count / 4, query.count / 2, query.count] { texts.append(edited(query, edits)) }
    }
    texts.append(words(70_000 / 40))
    texts.removeAll(where: \.isEmpty)
    var builder = SegmentBuilder(language: "fr", identity: "x", firstUnit: 1)
    for (i, text) in texts.enumerated() {
      builder.add(
        StoredText(
          unit: Int64(i + 1), ordinal: 0, text: text.joined(separator: " "), counterparts: "", context: 0))
    }
    if vocabulary > 30 {
      // Enough words that the rarest have no 16-bit number.
      let all = (0..<vocabulary).map { "m" + letters($0) }.joined(separator: " ")
      builder.add(StoredText(unit: 1_000, ordinal: 0, text: all, counterparts: "", context: 0))
    }
    let header = SegmentHeader(firstUnit: 1, lastUnit: 1_000, revision: 1, stamp: 1)
    let bytes = try #require(try builder.finish(header, to: SegmentSink(path: nil)))
    let segment = try #require(Segment(bytes))
    let distance = WordDistance()
    for query in queries {
      let known = QueryWords(query.joined(separator: " "))
      distance.prepare(
        (0..<known.count).map { number in known.withBytes(number) { segment.word($0, hash: known.hashes[number]) } ?? -1
        })
      for entry in 0..<segment.count where segment.unit(entry) < 1_000 {
        let text = texts[Int(segment.unit(entry)) - 1]
        if query.count > 1_000, abs(query.count - text.count) > 10 { continue }
        let truth = SlowMatching.distance(query, text)
        for limit in [truth - 1, truth, truth + 1, truth + 70, 0] where limit >= 0 {
          let found = distance.distance(to: entry, of: segment, limit: limit)
          #expect(truth <= limit ? found == truth : found > limit, "\(query.count), \(text.count) at \(limit)")
        }
      }
    }
  }

  private func letters(_ number: Int) -> String {
    String("\(number)".unicodeScalars.map { Character(Unicode.Scalar($0.value + 49) ?? "a") })
  }
}
