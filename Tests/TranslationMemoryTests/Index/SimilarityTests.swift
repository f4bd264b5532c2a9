import Testing

@testable import TranslationMemory

@Suite struct SimilarityTests {
  @Test func theScoreIsTheShareOfWordsThatNeedNoEdit() {
    #expect(Similarity.score(distance: 0, length: 3) == 100)
    #expect(Similarity.score(distance: 3, length: 10) == 70)
    #expect(Similarity.score(distance: 6, length: 20) == Similarity.score(distance: 3, length: 10))
    #expect(Similarity.score(distance: 4, length: 4) == 0)
  }

  @Test func limitsAreThoseThatTryingAllGives() {
    for minimum in [1.0, 33.3, 50, 66.7, 70, 75, 99, 100] {
      for length in 1...60 {
        let distance = (0...length).last { Similarity.score(distance: $0, length: length) >= minimum } ?? -1
        #expect(Similarity.greatestDistance(length: length, minimum: minimum) == distance)
        // A text of another length differs by at least as many words.
        let fitting = (1...6_100).filter { other in
          Similarity.score(distance: abs(other - length), length: max(other, length)) >= minimum
        }
        let lengths = Similarity.lengths(of: length, minimum: minimum)
        #expect(max(lengths.lowerBound, 1) == fitting.first && lengths.upperBound == fitting.last)
      }
    }
  }
}
