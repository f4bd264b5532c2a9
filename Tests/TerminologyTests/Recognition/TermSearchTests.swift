import Bitext
import TestSupport
import Testing

@testable import Terminology

/// The search beside the obvious way to do the same: every term tried at every word.
@Suite struct TermSearchTests {
  @Test(arguments: 1...6) func everyReadingIsFoundThatTryingEachTermFinds(seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    let words = (0..<60).map { number in
      String("bcdfglmnprst".randomElement(using: &numbers) ?? "b") + "a" + String(number % 10) + String(number / 10)
    }
    // Few first words, so that some have more steps than fit a line.
    let terms = Set(
      (0..<500).map { _ in
        let count = Int.random(in: 1...5, using: &numbers)
        return (0..<count).map { i in
          words[Int.random(in: 0..<(i == 0 ? 12 : 60), using: &numbers)]
        }.joined(separator: " ")
      })
    let lines = terms.sorted().enumerated().map { "t\($0): xx=\($1)" }
    let matcher = TermMatcher(
      glossary: Glossary(lines.map { Fixture.concept($0) }), language: "xx", inflection: try Fixture.inflection.get())
    var text = ""
    var spans: [(word: String, start: Int, end: Int, isJoined: Bool)] = []
    for i in 0..<6_000 {
      let isJoined = i > 0 && Int.random(in: 0..<8, using: &numbers) > 0
      if i > 0 { text += isJoined ? " " : "; " }
      let word = words[Int.random(in: 0..<(i % 3 == 0 ? 12 : 60), using: &numbers)]
      spans.append((word, text.utf8.count, text.utf8.count + word.utf8.count, isJoined))
      text += word
    }
    var expected: [String] = []
    for first in spans.indices {
      var phrase = ""
      var here: [String] = []
      for last in first..<min(first + 5, spans.count) {
        if last > first, !spans[last].isJoined { break }
        phrase += (last > first ? " " : "") + spans[last].word
        if terms.contains(phrase) { here.append("\(spans[first].start)-\(spans[last].end) \(phrase)") }
      }
      expected += here.reversed()
    }
    let found = matcher.alternatives(in: text).map {
      "\($0.bytes.lowerBound)-\($0.bytes.upperBound) \($0.term)"
    }
    #expect(found.count > 1_000)
    #expect(found == expected)
    #expect(matcher.places(in: text).map(\.bytes) == matcher.occurrences(in: text).map(\.bytes))
  }

  @Test func aWordsSignatureIsOneOfTwentyFour() {
    var seen: [UInt32: Int] = [:]
    for word in 0..<24_000 as Range<UInt32> { seen[TermTables.signature(word), default: 0] += 1 }
    #expect(seen.count == 24)
    #expect(seen.keys.allSatisfy { $0.nonzeroBitCount == 1 && $0 & 0xFF == 0 })
    #expect(seen.values.allSatisfy { (500..<2_000).contains($0) })
  }
}
