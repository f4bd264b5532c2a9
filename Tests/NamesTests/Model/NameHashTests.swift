import Testing

@testable import Names

@Suite struct NameHashTests {
  @Test func aPairIsHashedAsItIsSpelt() {
    #expect(NameHash.pair(["c", "h"], ["s", "h"]) == NameHash.text("ch>sh"))
    #expect(NameHash.text("ab") != NameHash.text("ba"))
    // FNV-1a of the letter a.
    #expect(NameHash.text("a") == 0xaf63_dc4c_8601_ec8c)
  }
}
