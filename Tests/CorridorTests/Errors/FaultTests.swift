import Testing

@testable import Corridor

@Suite struct FaultTests {
  private let place = SourcePosition(file: "corridor.yml", line: 3, column: 7)

  @Test func theLineSaysPlaceProblemAndRemedy() {
    let fault = Fault("unknown key 'frm'", remedy: "write 'from'", at: place)
    #expect(fault.description == "corridor.yml:3:7: error: unknown key 'frm'; write 'from'")
    #expect(Fault("odd", remedy: "", at: place).description == "corridor.yml:3:7: error: odd")
  }

  @Test(arguments: [
    ("NUL byte; save the file as UTF-8 text", "NUL byte", "save the file as UTF-8 text"),
    ("one; two; mend it", "one; two", "mend it"), ("it is damaged", "it is damaged", ""), ("", "", ""),
  ])
  func theLastClauseOfAMessageIsTheRemedy(message: String, problem: String, remedy: String) {
    let fault = Fault(message: message, at: place)
    #expect(fault.problem == problem && fault.remedy == remedy)
  }
}
