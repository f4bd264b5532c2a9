/// How well the lengths of two runs of sentences fit, as the logarithm of a likelihood ratio: translations against
/// sentences picked at random.
///
/// The difference of the lengths, divided by the standard deviation expected for their sum, follows a Student
/// distribution with four degrees of freedom (heavier tails than Gale and Church 1993 assume) whose width is learned from
/// the text.
struct LengthModel: Sendable {
  /// Target characters for each source character.
  var ratio: Float = 1
  /// Variance for each character.
  var variance: Float = 6.8
  /// Width of the same figure for random pairs, in units of the width for translations.
  var randomWidth: Float = 4

  @inline(__always)
  func score(_ source: Float, _ target: Float) -> Float {
    let expected = source * ratio
    let difference = target - expected
    let z2 = difference * difference / ((target + expected) * 0.5 * variance)
    let wide = z2 / (randomWidth * randomWidth)
    // log t4(z) − log (t4(z / w) / w)
    return 2.5 * (Float.quickLog1p(wide * 0.25) - Float.quickLog1p(z2 * 0.25)) + logWidth
  }

  /// The same for four targets of one source.
  @inline(__always)
  func score(_ source: Float, _ target: SIMD4<Float>) -> SIMD4<Float> {
    let expected = SIMD4<Float>(repeating: source * ratio)
    let difference: SIMD4<Float> = target - expected
    let spread: SIMD4<Float> = (target + expected) * Float(0.5) * variance
    let z2: SIMD4<Float> = difference * difference / spread
    let wide: SIMD4<Float> = z2 / (randomWidth * randomWidth)
    let logs: SIMD4<Float> = .quickLog1p(wide * Float(0.25)) - .quickLog1p(z2 * Float(0.25))
    return Float(2.5) * logs + logWidth
  }

  private(set) var logWidth: Float = 1.386

  mutating func update(ratio: Float, variance: Float, randomWidth: Float) {
    self.ratio = ratio
    self.variance = variance
    self.randomWidth = randomWidth
    logWidth = Float.log(randomWidth)
  }
}
