import Bitext
import Testing

@testable import Rules

@Suite struct RulesErrorTests {
  @Test func faultsAreSaidInTheOrderOfTheFile() {
    let faults = [3, 1, 2].map { RulesError("fault \($0)", at: SourcePosition(file: "a.yml", line: $0, column: 1)) }
    #expect(
      RulesErrors(faults).description
        == "a.yml:1:1: error: fault 1\na.yml:2:1: error: fault 2\na.yml:3:1: error: fault 3")
  }
}
