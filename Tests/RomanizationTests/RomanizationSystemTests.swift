import Testing

@testable import Romanization

@Suite struct RomanizationSystemTests {
  @Test func aNameIsKeptAsItIs() {
    for label in ["fr", "bgn", "national", "x"] { #expect(RomanizationSystem(label)?.label == label) }
  }

  @Test func namesThatDifferAreNotOne() {
    #expect(RomanizationSystem("fr") != RomanizationSystem("fra"))
    #expect(RomanizationSystem("a") != RomanizationSystem("b"))
  }

  @Test func whatIsNoNameIsRefused() {
    for label in ["", "ninechars", "fé"] { #expect(RomanizationSystem(label) == nil, "\(label)") }
  }
}
