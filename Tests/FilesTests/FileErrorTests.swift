import Bitext
import Testing

@testable import Files

@Suite struct FileErrorTests {
  @Test func theLineSaysPlaceWhatAndWhatToDo() {
    let error = FileError(.malformed, "no end; get the whole file", at: SourcePosition(file: "a", line: 2, column: 3))
    #expect(error.description == "a:2:3: error: no end; get the whole file")
    #expect(error.moved(to: SourcePosition(file: "b")).description == "b: error: no end; get the whole file")
  }

  @Test(arguments: [(0, "0 complete units stand"), (1, "1 complete unit stands"), (7, "7 complete units stand")])
  func whatASalvageWouldKeepIsSaid(units: Int, words: String) {
    let error = FileError(.malformed, "x", at: SourcePosition(file: "a"), salvageableUnits: units)
    #expect(error.description == "a: error: x (\(words) before it)")
    #expect(error.moved(to: SourcePosition(file: "b")).salvage == "\(words) before it")
  }
}
