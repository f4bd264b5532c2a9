import Testing

@testable import Terminology

@Suite struct SpellingHashTests {
  @Test func partsOfTextsHaveTheHashOfTheirBytes() {
    let text = Array("Le cessez-le-feu est entré en vigueur à minuit, dit-on.".utf8)
    text.withUnsafeBufferPointer { bytes in
      for start in 0..<text.count {
        for end in start...text.count {
          #expect(SpellingHash.hash(of: start..<end, in: bytes) == SpellingHash.hash(of: text[start..<end]))
        }
      }
    }
  }

  @Test func spellingsOfOneLetterAllDiffer() {
    let hashes = (1...255).map { SpellingHash.hash(of: [UInt8($0)]) } + [SpellingHash.hash(of: [])]
    #expect(Set(hashes).count == 256)
  }
}
