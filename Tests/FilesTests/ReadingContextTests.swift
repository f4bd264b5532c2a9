import Bitext
import Testing

@testable import Files

@Suite struct ReadingContextTests {
  private final class Log { var lines: [String] = [] }

  @Test func findingsAreReportedAndCounted() {
    let log = Log()
    let context = ReadingContext { log.lines.append("\($1) \($0)") }
    let place = SourcePosition(file: "a", line: 1, column: 2)
    context.tell("tmx-date", .meaning, "no date", at: place)
    context.tell("tmx-damaged", .schema, "left out", at: place, effect: .dropped)
    context.tell("xml-character", .schema, "replaced", at: place, effect: .repaired)
    #expect(context.dropped == 1 && context.repaired == 1)
    #expect(
      log.lines == [
        "meaning a:1:2: warning: no date [tmx-date]", "schema a:1:2: warning: left out [tmx-damaged]",
        "schema a:1:2: warning: replaced [xml-character]",
      ])
  }
}
