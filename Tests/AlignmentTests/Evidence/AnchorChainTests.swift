import TestSupport
import Testing

@testable import Alignment

@Suite struct AnchorChainTests {
  private func pair(_ source: Int, _ target: Int, _ weight: Float) -> AnchorChain.Pair {
    AnchorChain.Pair(source: source, target: target, weight: weight)
  }

  @Test func theHeaviestRisingChainIsTaken() {
    let pairs = [pair(0, 0, 1), pair(1, 5, 3), pair(1, 1, 1), pair(2, 2, 1), pair(3, 3, 1.5)]
    let chain = AnchorChain.heaviest(pairs, targetCount: 6)
    #expect(chain.map(\.source) == [0, 1, 2, 3] && chain.map(\.target) == [0, 1, 2, 3])
    #expect(AnchorChain.heaviest([], targetCount: 3).isEmpty)
  }

  /// Trying every subset gives the same weight.
  @Test func noOtherChainIsHeavier() {
    var generator = SeededGenerator(for: "AnchorChainTests")
    for _ in 0..<50 {
      let pairs = (0..<8).map { _ in
        pair(
          .random(in: 0..<5, using: &generator), .random(in: 0..<5, using: &generator),
          Float(Int.random(in: 1...9, using: &generator)))
      }
      var best: Float = 0
      for subset in 1..<(1 << pairs.count) {
        let chosen = pairs.indices.filter { subset >> $0 & 1 == 1 }.map { pairs[$0] }.sorted { $0.source < $1.source }
        let rises = zip(chosen, chosen.dropFirst()).allSatisfy { $0.source < $1.source && $0.target < $1.target }
        if rises { best = max(best, chosen.reduce(0) { $0 + $1.weight }) }
      }
      let found = AnchorChain.heaviest(pairs, targetCount: 5).reduce(0) { $0 + $1.weight }
      #expect(found == best)
    }
  }
}
