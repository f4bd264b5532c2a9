import TestSupport
import Testing

@testable import Alignment

@Suite struct LexiconTrainerTests {
  @Test func theBestAreKeptAsSortingWouldKeepThem() {
    var random = SeededGenerator(for: "LexiconTrainerTests")
    for _ in 0..<300 {
      let count = Int.random(in: 2...200, using: &random)
      // Few different scores, so that many are equal.
      let scored = (0..<count).map {
        (score: Float(Int.random(in: 0...(count / 3), using: &random)), word: Int32($0))
      }.shuffled()
      let kept = Int.random(in: 1..<count, using: &random)
      let sorted = scored.sorted { ($0.score, $1.word) > ($1.score, $0.word) }.prefix(kept).map(\.word)
      var best = scored
      LexiconTrainer.keepBest(kept, of: &best)
      #expect(best.map(\.word).sorted() == sorted.sorted())
    }
  }

  @Test func wordsThatMeetAreLearned() throws {
    let source = IndexedText(
      ["chat noir", "chien noir", "chat blanc", "chien blanc"].map { AlignmentInput(text: $0) }, stemLength: 6)
    let target = IndexedText(
      ["black cat", "black dog", "white cat", "white dog"].map { AlignmentInput(text: $0) }, stemLength: 6)
    var trainer = LexiconTrainer()
    for _ in 0..<10 {
      for i in 0..<4 {
        trainer.add(explaining: source.words[source.range(i)], explained: target.words[target.range(i)], weight: 1)
      }
    }
    let alike = Cognates.table(source.vocabulary, target.vocabulary)
    let model = trainer.train(lookAlikes: alike, explained: target.vocabulary, settings: .init())
    func probability(_ a: String, _ b: String) throws -> Float {
      let a = try #require(source.vocabulary.find(a))
      let b = try #require(target.vocabulary.find(b))
      let table = model.tables[0]
      return table.range(Int(a)).first { table.words[$0] == b }.map { table.probabilities[$0] } ?? 0
    }
    #expect(try probability("chat", "cat") > 0.7)
    #expect(try probability("chat", "dog") < 0.2)
    #expect(try probability("noir", "black") > 0.7)
  }
}
