import Testing

@testable import Corridor

@Suite struct CheckOptionsTests {
  @Test func nothingNamedAsksForEverything() {
    #expect(CheckOptions().asks(for: "term-missing"))
    #expect(CheckOptions(only: ["name-variant"]).asks(for: "name-variant"))
    #expect(!CheckOptions(only: ["name-variant"]).asks(for: "term-missing"))
    #expect(CheckOptions().memory == .workspace)
  }
}
