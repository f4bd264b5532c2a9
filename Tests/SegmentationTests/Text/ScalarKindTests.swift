import Testing

@testable import Segmentation

@Suite struct ScalarKindTests {
  private static let kinds: [(Unicode.Scalar, ScalarKind)] = [
    ("A", ScalarKind.upper), ("é", .lower), ("Ж", .upper), ("ა", .caseless), ("国", .caseless), ("7", .digit),
    ("\u{202F}", .space), ("\u{301}", .mark), ("…", .punctuation), ("€", .symbol), ("$", .symbol), ("\u{7}", .other),
  ]

  @Test(arguments: kinds)
  func aCharacterIsOfOneKind(character: Unicode.Scalar, kind: ScalarKind) {
    #expect(ScalarKind(character.value) == kind)
  }

  @Test func noBreakSpacesAreSpaces() {
    for value in [0x20, 0x09, 0x0A, 0xA0, 0x202F, 0x3000] as [UInt32] { #expect(ScalarKind.isSpace(value)) }
    #expect(!ScalarKind.isSpace(0x200B) && !ScalarKind.isSpace(0x61))
  }
}
