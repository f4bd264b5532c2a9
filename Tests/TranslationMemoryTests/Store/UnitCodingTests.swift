import Bitext
import TestSupport
import Testing

@testable import TranslationMemory

@Suite struct UnitCodingTests {
  private func encoded(_ unit: TranslationUnit, _ texts: UnitCoding.Texts) -> [UInt8] {
    var bytes: [UInt8] = []
    UnitCoding.encode(unit, texts: texts, into: &bytes)
    return bytes
  }

  private func decoded(_ bytes: [UInt8], texts: [String?] = []) throws -> TranslationUnit {
    try bytes.withUnsafeBytes { try UnitCoding.decode($0) { $0 < texts.count ? texts[$0] : nil } }
  }

  @Test func everythingComesBackInOrder() throws {
    let unit = Fixture.rich
    #expect(try decoded(encoded(unit, .selfContained)) == unit)
    #expect(try decoded(encoded(unit, .beside), texts: unit.variants.map(\.plainText)) == unit)
    let empty = TranslationUnit(variants: [])
    #expect(try decoded(encoded(empty, .beside)) == empty)
  }

  @Test func plainTextIsNotWrittenTwice() {
    let bytes = encoded(Fixture.unit("un texte assez long", "a text that is long"), .beside)
    #expect(bytes.count < 20)
  }

  @Test func damageIsRefusedAndNeverTraps() throws {
    let whole = encoded(Fixture.rich, .selfContained)
    for length in 0..<whole.count {
      #expect(throws: UnitCoding.Damaged.self) { try decoded(Array(whole[..<length])) }
    }
    var random = SeededGenerator(for: "UnitCodingTests")
    for _ in 0..<20_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0 ... .max, using: &random)
      }
      _ = try? decoded(bytes)
    }
  }

  @Test func recordsComeBackWhole() throws {
    let record = UnitRecord(
      Fixture.rich, origin: UnitOrigin(name: "f", line: 2),
      context: DocumentContext(language: "fr", previous: nil, next: ""), tags: ["a", "b"], isReviewed: true)
    var bytes: [UInt8] = []
    RecordCoding.encode(record, into: &bytes)
    #expect(try bytes.withUnsafeBytes { try RecordCoding.decode($0) } == record)
    for length in 0..<bytes.count {
      #expect(throws: (any Error).self) { try bytes[..<length].withUnsafeBytes { try RecordCoding.decode($0) } }
    }
  }
}
