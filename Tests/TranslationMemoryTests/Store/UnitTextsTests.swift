import Bitext
import Testing

@testable import TranslationMemory

@Suite struct UnitTextsTests {
  @Test(arguments: [Fixture.rich, Fixture.unit("un", "one"), TranslationUnit(variants: [])])
  func textsAreThoseOfTheUnit(unit: TranslationUnit) throws {
    var bytes: [UInt8] = []
    UnitCoding.encode(unit, into: &bytes)
    try bytes.withUnsafeBytes { bytes in
      let texts = UnitTexts(bytes)
      var sides: [UnitTexts.Side] = []
      try texts.read(into: &sides)
      #expect(sides.map { String(decoding: $0.language, as: UTF8.self) } == unit.variants.map(\.language))
      #expect(try sides.map { try texts.plainText($0) } == unit.variants.map(\.plainText))
    }
    for length in 0..<bytes.count {
      let cut = Array(bytes[..<length])
      #expect(throws: UnitCoding.Damaged.self) {
        try cut.withUnsafeBytes { bytes in
          var sides: [UnitTexts.Side] = []
          try UnitTexts(bytes).read(into: &sides)
        }
      }
    }
  }
}
