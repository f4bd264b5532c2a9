import Testing

@testable import Alignment

@Suite struct OrderTestTests {
  /// Every sentence of either side shares something with its counterpart, and half of them with another one too.
  private static func pairs(_ count: Int, target: (Int) -> Int) -> [AnchorChain.Pair] {
    var pairs: [AnchorChain.Pair] = []
    for i in 0..<count {
      pairs.append(AnchorChain.Pair(source: i, target: target(i), weight: 2))
      if i % 2 == 0 { pairs.append(AnchorChain.Pair(source: i, target: (i * 7 + 3) % count, weight: 1)) }
    }
    return pairs
  }

  @Test(arguments: [12, 40, 200]) func whatStandsInOrderIsKept(count: Int) {
    let test = OrderTest(Self.pairs(count) { $0 }, targetCount: count)
    #expect(test.length == count)
    #expect(test.lengthByChance < Double(count))
    #expect(test.isKept(sentences: count, certainty: 0.7, lexicalGain: 0.05))
  }

  @Test(arguments: [12, 40]) func whatIsSharedInAnyOrderIsNot(count: Int) {
    let test = OrderTest(Self.pairs(count) { ($0 * 5 + 2) % count }, targetCount: count)
    #expect(!test.isKept(sentences: count, certainty: 0.5, lexicalGain: 0))
  }

  @Test func aPoorAlignmentSpeaksAgainstADoubtfulOrder() {
    // One sentence in two in order, as texts on one subject have it.
    let pairs = Self.pairs(15) { $0 % 2 == 0 ? $0 : ($0 * 4 + 7) % 15 }
    let test = OrderTest(pairs, targetCount: 15)
    #expect(!test.isKept(sentences: 15, certainty: 0.4, lexicalGain: 0))
    #expect(test.isKept(sentences: 15, certainty: 0.95, lexicalGain: 0.2))
  }

  @Test func ofThreeSentencesNothingCanBeTold() {
    #expect(OrderTest([], targetCount: 3).isKept(sentences: 3, certainty: 0, lexicalGain: 0))
  }
}
