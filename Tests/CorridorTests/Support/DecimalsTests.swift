import Testing

@testable import Corridor

@Suite struct DecimalsTests {
  @Test(arguments: [
    (0.5, 4, "0.5"), (1.0, 3, "1"), (-0.25, 1, "-0.3"), (0.00001, 3, "0"), (1234.5678, 2, "1234.57"),
    (.infinity, 2, "0"), (.nan, 2, "0"),
  ])
  func decimals(value: Double, digits: Int, text: String) { #expect(Decimals.text(value, digits: digits) == text) }

  @Test func fixedDecimalsKeepTheirZeros() {
    #expect(Decimals.fixed(1, digits: 3) == "1.000")
    #expect(Decimals.fixed(0.9996, digits: 3) == "1.000")
    #expect(Decimals.fixed(-0.0001, digits: 2) == "0.00")
  }
}
