import Testing

@testable import Terminology

@Suite struct KeyEditsTests {
  private func edits(_ query: String, limit: Int, backward: Bool = false) -> KeyEdits {
    let letters = query.unicodeScalars.map(\.value)
    return KeyEdits(
      query: backward ? letters.reversed() : letters, caps: [Int](repeating: limit, count: letters.count + 1),
      limit: limit, backward: backward)
  }

  /// How long the prefix is that is too far, and the distance where none is.
  private func enter(_ key: String, _ edits: inout KeyEdits, backward: Bool = false) -> (tooFar: Int?, distance: Int) {
    let tooFar = Array(key.utf8).withUnsafeBytes { edits.enter(KeyOrder.Key(bytes: $0, backward: backward)) }
    return (tooFar, edits.distance)
  }

  @Test("the distance of a key is that of its letters, however many bytes they take", arguments: [false, true])
  func distances(backward: Bool) {
    var edits = edits("шуша", limit: 2, backward: backward)
    for (key, distance) in [("шуша", 0), ("шуша", 0), ("шушаа", 1), ("ушша", 1), ("шуй", 2), ("шა𐌰а", 2)] {
      let found = enter(key, &edits, backward: backward)
      #expect(found.tooFar == nil && found.distance == distance, "\(key)")
    }
  }

  @Test func theShortestPrefixThatIsTooFarIsTold() {
    var edits = edits("latchine", limit: 1)
    #expect(enter("latchina", &edits).distance == 1)
    #expect(enter("lazzine", &edits).tooFar == 4)
    #expect(enter("шуша", &edits).tooFar == 4, "two letters of two bytes")
    #expect(enter("latchine", &edits).distance == 0, "what was met before leaves nothing")
  }

  @Test func capsHoldForTheirLetters() {
    let letters = "abcd".unicodeScalars.map(\.value)
    var edits = KeyEdits(query: letters, caps: [0, 0, 0, 2, 2], limit: 2, backward: false)
    #expect(enter("abxx", &edits).distance == 2)
    #expect(enter("xbcd", &edits).tooFar != nil)
  }

  @Test func aHeadIsFollowedAsFarAsItsLettersAreWhole() {
    func head(_ bytes: some Sequence<UInt8>) -> UInt32 { bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) } }
    var forward = edits("აბ", limit: 0)
    #expect(forward.enter(head: head("აბ".utf8)) == nil, "one letter and a byte of the next")
    #expect(forward.enter(head: head("ბა".utf8)) == 3)
    var backward = edits("აბ", limit: 0, backward: true)
    #expect(backward.enter(head: head("აბ".utf8.reversed())) == nil)
    #expect(backward.enter(head: head("ბა".utf8.reversed())) == 3)
    var short = edits("ab", limit: 0)
    #expect(short.enter(head: 0x61 << 24) == nil, "zeros are no letters")
  }
}
