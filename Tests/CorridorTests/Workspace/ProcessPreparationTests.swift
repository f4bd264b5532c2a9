import Testing

@testable import Corridor

@Suite struct ProcessPreparationTests {
  @Test func aTextForATerminalShowsItsControls() {
    let text = "a\u{1B}]0;title\u{7}b\tc\n\u{9B}2J\u{7F}\u{1B}[1mfett\u{1B}[0m"
    #expect(Output.visible(text, coloured: true) == "a␛]0;title␇b\tc\n\u{FFFD}2J␡\u{1B}[1mfett\u{1B}[0m")
    #expect(Output.visible("\u{1B}[1mx", coloured: false) == "␛[1mx")
    #expect(Output.visible("été", coloured: false) == "été")
  }
}
