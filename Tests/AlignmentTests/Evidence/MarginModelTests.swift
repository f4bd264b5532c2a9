import Testing

@testable import Alignment

@Suite struct MarginModelTests {
  /// A dialogue: each turn is one sentence in the source; in the target the speaker's tag is a sentence of its own.
  private static func dialogue(_ turns: Int) -> (MarginModel, [BeadLattice.Step]) {
    let source = IndexedText((0..<turns).map { AlignmentInput(text: "— Oui, dit-il \($0).") }, stemLength: 6)
    let target = IndexedText(
      (0..<turns).flatMap { [AlignmentInput(text: "“Yes \($0).”"), AlignmentInput(text: "He said so.")] }, stemLength: 6
    )
    let steps = (0..<turns).map {
      BeadLattice.Step(source: $0..<$0 + 1, target: 2 * $0..<2 * $0 + 2, probability: 1)
    }
    return (MarginModel(source, target), steps)
  }

  @Test func beforeItLearnedItSaysNothing() {
    let (model, _) = Self.dialogue(20)
    #expect(model.score(source: 3..<4, target: 6..<8) == 0)
  }

  @Test func aTurnIsJoinedWithItsTagAndNotWithTheNextTurn() {
    var (model, steps) = Self.dialogue(40)
    model.learn(steps)
    let withTag = model.score(source: 3..<4, target: 6..<8)
    let withNext = model.score(source: 3..<4, target: 7..<9)
    #expect(withTag > withNext + 2)
    // A dash on one side goes with a quotation mark on the other, not with a plain beginning.
    #expect(model.score(source: 3..<4, target: 6..<7) >= model.score(source: 3..<4, target: 7..<8))
  }

  @Test func aFewBeadsTeachLittle() {
    var (model, steps) = Self.dialogue(40)
    model.learn(Array(steps.prefix(2)))
    let few = model.score(source: 3..<4, target: 6..<8)
    model.learn(steps)
    #expect(abs(few) < abs(model.score(source: 3..<4, target: 6..<8)) + 0.1)
  }

  @Test func textsOfOneSentenceAreNoTrouble() {
    let text = IndexedText([AlignmentInput(text: "Une.")], stemLength: 6)
    var model = MarginModel(text, text)
    model.learn([BeadLattice.Step(source: 0..<1, target: 0..<1, probability: 1)])
    #expect(model.score(source: 0..<1, target: 0..<1).isFinite)
    model.learn([])
    #expect(model.score(source: 0..<1, target: 0..<1).isFinite)
  }
}
