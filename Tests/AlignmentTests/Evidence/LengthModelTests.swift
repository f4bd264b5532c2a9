import Testing

@testable import Alignment

@Suite struct LengthModelTests {
  @Test func likeLengthsSpeakForATranslation() {
    let model = LengthModel()
    #expect(model.score(100, 100) > 0)
    #expect(model.score(100, 100) > model.score(100, 130))
    #expect(model.score(100, 400) < 0)
  }

  @Test func fourTargetsScoreAsOneByOne() {
    var model = LengthModel()
    model.update(ratio: 1.2, variance: 5, randomWidth: 3)
    let lengths: [Float] = [60, 100, 120, 300]
    let together = model.score(100, SIMD4(lengths[0], lengths[1], lengths[2], lengths[3]))
    for (i, length) in lengths.enumerated() { #expect(abs(together[i] - model.score(100, length)) < 1e-4) }
    #expect(model.score(100, 120) > model.score(100, 100))
  }
}
