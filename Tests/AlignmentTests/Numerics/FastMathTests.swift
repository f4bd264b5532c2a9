import Testing

@testable import Alignment

@Suite struct FastMathTests {
  private let figures: [Float] = [0, -0.001, -1, -2.5, -14.99, -15.01, -90, -1e9, -.infinity, 0.3, 7, 33.3, 512]

  @Test func fourSumsAreThoseOfOneByOne() {
    for a in figures {
      for b in figures where a.isFinite || b.isFinite {
        let four = SIMD4<Float>.logSum(SIMD4(a, b, a, 0), SIMD4(b, a, -1, b))
        #expect(four[0] == Float.logSum(a, b) && four[1] == Float.logSum(b, a))
        #expect(four[2] == Float.logSum(a, -1) && four[3] == Float.logSum(0, b))
      }
    }
  }

  @Test func sumsAreCloseToTheirDefinition() {
    for a in figures where a > -100 && a < 40 {
      for b in figures where b > -100 && b < 40 {
        let exact = Float.log(Float.exp(a) + Float.exp(b))
        if exact.isFinite { #expect(abs(Float.logSum(a, b) - exact) < 1e-4 * max(1, abs(exact))) }
      }
    }
    #expect(Float.logSum(-1e9, -.infinity) == -1e9)
  }

  @Test func fourLogarithmsAreThoseOfOneByOne() {
    for x: Float in [0, 1e-6, 0.25, 0.999, 1, 3, 77.7, 1e6, 1e20] {
      let four = SIMD4<Float>.quickLog1p(SIMD4(x, x + 1, 2 * x, 0))
      #expect(four[0] == Float.quickLog1p(x) && four[1] == Float.quickLog1p(x + 1))
      #expect(four[2] == Float.quickLog1p(2 * x) && four[3] == Float.quickLog1p(0))
    }
  }

  @Test func lengthsOfFourAreThoseOfOneByOne() {
    var length = LengthModel()
    length.update(ratio: 1.1, variance: 3, randomWidth: 5)
    let four = length.score(40, SIMD4(44, 20, 1, 300))
    for (lane, target) in [Float(44), 20, 1, 300].enumerated() { #expect(four[lane] == length.score(40, target)) }
  }
}
