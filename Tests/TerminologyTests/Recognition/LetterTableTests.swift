import Testing

@testable import Terminology

@Suite struct LetterTableTests {
  private func spelling(_ entry: LetterTable.Entry) -> String {
    String(decoding: (0..<entry.count).map { UInt8(truncatingIfNeeded: entry.bits >> (8 * UInt32($0))) }, as: UTF8.self)
  }

  @Test func everyLetterHasItsLowerCase() {
    let table = LetterTable()
    for value in 0..<0x800 {
      guard let scalar = Unicode.Scalar(value), table[value].isWord else { continue }
      let lower = LetterTable.lowercase(scalar, isTurkic: false)
      #expect(spelling(table[value]) == (lower.utf8.count > 3 ? String(Character(scalar)) : lower), "\(scalar)")
      #expect(table[value].isUpper == scalar.properties.isUppercase, "\(scalar)")
    }
  }

  @Test func equivalentsAreForSmallLettersAndTheirCapitals() {
    let table = LetterTable(equivalents: ["œ": "oe", "ё": "е"])
    for (letter, expected) in [("œ", "oe"), ("Œ", "oe"), ("ё", "е"), ("Ё", "е"), ("é", "é")] {
      #expect(letter.unicodeScalars.map { spelling(table[Int($0.value)]) } == [expected])
    }
  }

  @Test func turkicDotsAreKeptApart() {
    let (turkic, other) = (LetterTable(isTurkic: true), LetterTable())
    #expect([0x49, 0x69, 0x130, 0x131].map { spelling(turkic[$0]) } == ["ı", "i", "i", "ı"])
    #expect(spelling(other[0x49]) == "i")
  }
}
