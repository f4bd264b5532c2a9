import Files
import Testing

@testable import Corridor

@Suite struct RefusalTests {
  @Test func callersCanTellReasonsApart() {
    #expect(Refusal(.malformed) == .malformed)
    #expect(Refusal(.limit(.depth)) == .limit("depth"))
    #expect(Refusal(.unwritable) == .unwritable)
  }

  @Test func aClosedPipeIsNoFault() {
    #expect(Refusal(.closedPipe) == nil)
    let gone = FileError(.closedPipe, "", at: SourcePosition(file: "-"))
    #expect(CorridorError(gone) == .closedPipe)
  }
}
