import Testing

@testable import Names

@Suite struct ExponentTests {
  @Test func theLogarithmUndoesThePower() {
    for x in [-3.0, 0, 0.5, 7] { #expect(abs(Exponent.log(Exponent.of(x)) - x) < 1e-12) }
    #expect(Exponent.logistic(0) == 0.5)
    #expect(Exponent.logistic(40) > 0.999 && Exponent.logistic(-40) < 0.001)
  }
}
