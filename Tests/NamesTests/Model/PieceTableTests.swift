import Testing

@testable import Names

@Suite struct PieceTableTests {
  @Test func everyPieceIsFoundAndNothingElse() {
    let letters = ["a", "ch", "tch", "dj", "gh", "kh", "ian", "yan", "ou", "^e", "off$", "ï"]
    var pieces: [UInt64: Int32] = [:]
    for first in letters {
      for second in letters { pieces[NameHash.text(first + second)] = Int32(pieces.count) - 1 }
    }
    let table = PieceTable(pieces)
    #expect(pieces.allSatisfy { table[$0.key] == $0.value })
    #expect(table[NameHash.text("q")] == nil)
    #expect(PieceTable([:])[0] == nil)
  }

  /// Hashes that all ask for one slot.
  @Test func piecesThatMeetAreToldApart() {
    let pieces = Dictionary(uniqueKeysWithValues: (0..<100).map { (UInt64($0) << 60 | UInt64($0) << 40, Int32($0)) })
    let table = PieceTable(pieces)
    #expect(pieces.allSatisfy { table[$0.key] == $0.value })
  }
}
