import Bitext
import TestSupport
import Testing

@testable import TranslationMemory

@Suite struct Migration0002Tests {
  private func old(_ unit: TranslationUnit, _ texts: UnitCoding.Texts = .beside) -> [UInt8] {
    var bytes: [UInt8] = []
    UnitCoding.encode(unit, texts: texts, into: &bytes)
    return bytes
  }

  private func filled(_ bytes: [UInt8], _ texts: [String]) throws -> [UInt8] {
    var filling = Migration0002.BodyFilling(bytes, texts: texts)
    return try filling.filled()
  }

  @Test(arguments: [
    Fixture.rich, Fixture.unit("un", String(repeating: "é", count: 5_000)), TranslationUnit(variants: []),
  ])
  func textsThatWereBesideAreInside(unit: TranslationUnit) throws {
    let texts = unit.variants.map(\.plainText)
    #expect(try filled(old(unit), texts) == old(unit, .selfContained))
    #expect(try filled(old(unit, .selfContained), []) == old(unit, .selfContained))
  }

  @Test func damageIsRefusedAndNeverTraps() throws {
    let whole = old(Fixture.rich)
    let texts = Fixture.rich.variants.map(\.plainText)
    for length in 0..<whole.count {
      #expect(throws: Migration0002.Damaged.self) { try filled(Array(whole[..<length]), texts) }
    }
    #expect(throws: Migration0002.Damaged.self) { try filled(whole, []) }
    var random = SeededGenerator(for: "Migration0002Tests")
    var refused = 0
    for _ in 0..<5_000 {
      var bytes = whole
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0 ... .max, using: &random)
      do { _ = try filled(bytes, texts) } catch is Migration0002.Damaged { refused += 1 }
    }
    #expect(refused > 500)
  }
}
