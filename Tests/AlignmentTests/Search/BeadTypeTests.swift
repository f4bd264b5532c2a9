import Testing

@testable import Alignment

@Suite struct BeadTypeTests {
  @Test func theUsualSharesAreThoseOfAllTypes() {
    #expect(BeadPriors.usual.count == BeadType.twoSided.count + 2)
    #expect(abs(BeadPriors.usual.reduce(0, +) - 1) < 0.03)
    #expect(BeadType.twoSided.allSatisfy { max($0.source, $0.target) <= BeadType.longest })
    #expect(Set(BeadType.twoSided).count == BeadType.twoSided.count)
  }

  @Test func whatWasSeenOutweighsWhatIsUsual() {
    var counts = [Float](repeating: 0, count: BeadPriors.usual.count)
    counts[1] = 90
    counts[0] = 10
    let learned = BeadPriors(counts: counts, runs: (0, 0, 0), belief: 1)
    #expect(learned.twoSided[1] > learned.twoSided[0])
    #expect(BeadPriors().twoSided[0] > BeadPriors().twoSided[1])
  }
}
