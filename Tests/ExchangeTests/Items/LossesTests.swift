import Testing

@testable import Exchange

@Suite struct LossesTests {
  @Test func lossesAreCountedInTheOrderTheyWereMet() {
    var losses = Losses()
    #expect(losses.isEmpty)
    losses.add("note", 2)
    losses.add("side in de")
    losses.add("note")
    losses.add("nothing", 0)
    #expect(losses.counts.map { "\($0.name) \($0.count)" } == ["note 3", "side in de 1"])
  }

  @Test func aTextOfSeveralLinesIsPutOnOneAndCounted() {
    var losses = Losses()
    #expect("a\u{A0}b".onOneLine(&losses) == "a\u{A0}b" && losses.isEmpty)
    #expect("a\tb\r\nc".onOneLine(&losses) == "a b  c" && losses.counts.map(\.count) == [1])
  }
}
