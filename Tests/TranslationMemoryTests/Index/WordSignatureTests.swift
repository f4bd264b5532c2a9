import TestSupport
import Testing

@testable import TranslationMemory

@Suite struct WordSignatureTests {
  private func signature(_ elements: some Sequence<Int>) -> WordSignature {
    var signature = WordSignature()
    for element in elements { signature.insert(element) }
    return signature
  }

  private func bound(_ query: Set<Int>, _ entry: Set<Int>, unknown: Int = 0) -> Int {
    let query = signature(query)
    let (a, b, c, d) = signature(entry).stored
    return [a, b, c, d].withUnsafeBufferPointer { stored in
      stored.baseAddress.map { query.distanceBound($0, count: query.count, unknown: unknown) } ?? -1
    }
  }

  @Test func elementsSpreadOverTheBits() {
    #expect(signature(0..<2_000).count == 248)
    #expect(signature(0..<100).count > 70)
  }

  @Test func theBoundIsNeverAboveTheTruthAndSeldomFarBelow() {
    var random = SeededGenerator(seed: 5)
    var (sum, truth) = (0, 0)
    for _ in 0..<500 {
      let a = Set((0..<Int.random(in: 1...60, using: &random)).map { _ in Int.random(in: 0..<500, using: &random) })
      let b = Set((0..<Int.random(in: 1...60, using: &random)).map { _ in Int.random(in: 0..<500, using: &random) })
      let unknown = Int.random(in: 0...3, using: &random)
      let most = max(a.subtracting(b).count + unknown, b.subtracting(a).count)
      let bound = bound(a, b, unknown: unknown)
      #expect(bound <= most)
      sum += bound
      truth += most
    }
    #expect(sum * 10 > truth * 8)
    #expect(bound([1, 2, 3], [1, 2, 3]) == 0)
    #expect(bound([1, 2, 3], [1, 2, 4]) == 1)
    #expect(bound([], [1, 2]) == 2)
  }
}
