import Testing

@testable import Alignment

@Suite struct FrequencyBinsTests {
  @Test func wordsOfLikeFrequencyShareWhatIsLearned() {
    var bins = FrequencyBins([1, 1, 3000], start: 0.5)
    #expect(bins.lambda(ofWord: 0) == 0.5 && bins.lambda(ofWord: 2) == 0.5)
    for _ in 0..<99 { bins.add(word: 0, explained: 0.8, of: 1) }
    // Nothing changes before the update.
    #expect(bins.lambda(ofWord: 1) == 0.5)
    bins.update()
    #expect(abs(bins.lambda(ofWord: 1) - 0.793) < 0.001)
    #expect(abs(bins.lambda(ofWord: 2) - 0.1) < 0.001)
  }

  @Test func noWordIsExplainedForSure() {
    var bins = FrequencyBins([1], start: 0.5)
    bins.add(word: 0, explained: 1_000, of: 1_000)
    bins.update()
    #expect(bins.lambda(ofWord: 0) == 0.95)
  }
}
