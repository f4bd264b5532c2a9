import Testing

@testable import Names

@Suite struct RomanNumeralTests {
  @Test(arguments: [("I", 1), ("II", 2), ("IV", 4), ("VI", 6), ("XVI", 16), ("XXIII", 23), ("XXXIX", 39)])
  func numerals(text: String, number: Int) { #expect(RomanNumeral.value(text) == number) }

  @Test(arguments: ["", "ii", "IIII", "VX", "IC", "Xi", "IVAN", "XL"])
  func others(text: String) { #expect(RomanNumeral.value(text) == 0) }
}
