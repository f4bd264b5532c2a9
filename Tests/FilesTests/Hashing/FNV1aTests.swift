import Testing

@testable import Files

@Suite struct FNV1aTests {
  /// Values of the authors' own test program (isthe.com/chongo/tech/comp/fnv).
  @Test(arguments: [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)])
  func knownValues(text: String, value: UInt64) {
    var hash = FNV1a()
    hash.add(text.utf8)
    #expect(hash.value == value)
  }

  @Test func oneByteAtATimeIsTheSame() {
    var (whole, pieces) = (FNV1a(), FNV1a())
    whole.add("Erevan".utf8)
    for byte in "Erevan".utf8 { pieces.add(byte) }
    #expect(whole == pieces)
  }
}
