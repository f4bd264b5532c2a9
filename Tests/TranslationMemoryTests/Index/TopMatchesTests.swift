import TestSupport
import Testing

@testable import TranslationMemory

@Suite struct TopMatchesTests {
  @Test(arguments: 0..<40 as Range<UInt64>) func theBestAreThoseThatSortingGives(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let all = (0..<60).map { number in
      IndexHit(
        unit: Int64(number), ordinal: 0, score: Double(Int.random(in: 70...80, using: &random)),
        isContextMatch: Bool.random(using: &random))
    }
    for (wanted, ties) in [(1, 0), (5, 0), (5, 3), (100, 8)] {
      var top = TopMatches(wanted: wanted, ties: ties)
      for hit in all.shuffled(using: &random) { top.insert(hit) }
      let sorted = all.sorted { $0.precedes($1) }
      let floor = sorted[min(wanted, sorted.count) - 1].score
      let best = sorted.prefix(wanted + ties).enumerated().filter { $0 < wanted || $1.score == floor }.map(\.element)
      #expect(top.hits == best)
      #expect(top.isFull == (wanted <= all.count))
      #expect(top.floor == (top.isFull ? floor : 0))
    }
  }

  @Test func scoreThenContextThenTheOlderUnit() {
    func hit(_ unit: Int64, _ score: Double, _ context: Bool = false) -> IndexHit {
      IndexHit(unit: unit, ordinal: 0, score: score, isContextMatch: context)
    }
    let ordered = [hit(9, 100), hit(8, 90, true), hit(1, 90), hit(2, 90)]
    #expect(ordered.reversed().sorted { $0.precedes($1) } == ordered)
  }
}
