import Testing

@testable import Files

@Suite struct BoundedTextTests {
  @Test func aMessageIsBoundedAndKeepsItsEnds() {
    #expect("court".bounded == "court")
    let long = ("début " + String(repeating: "é", count: 1 << 20) + "; fin").bounded
    #expect(long.utf8.count < 1_300 && long.hasPrefix("début") && long.hasSuffix("; fin") && long.contains("…"))
  }
}
