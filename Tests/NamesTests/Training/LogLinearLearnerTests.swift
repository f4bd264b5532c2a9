import Testing

@testable import Names

@Suite struct LogLinearLearnerTests {
  private func example(right: Int) -> LogLinearLearner.Example {
    .init(choices: [.init(offset: 0, features: [1]), .init(offset: 0, features: [2])], right: right, weight: 1)
  }

  @Test func whatIsChosenGainsWeight() {
    var learner = LogLinearLearner(penalty: 0.02)
    learner.learn((0..<10).map { _ in example(right: 1) }, epochs: 5, support: 1)
    #expect((learner.weights[2] ?? 0) > 0 && (learner.weights[1] ?? 0) < 0)
  }

  @Test func whatIsSeenTooSeldomIsLeftOut() {
    var learner = LogLinearLearner(penalty: 0.02)
    learner.learn([example(right: 1)], epochs: 5, support: 2)
    #expect(learner.weights.isEmpty)
  }
}
