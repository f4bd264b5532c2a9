import Bitext
import FoundationEssentials
import Testing
import TranslationMemory

@testable import Corridor

@Suite struct UnitProvenanceTests {
  private let unit = TranslationUnit(
    attributes: [Attribute("tuid", "7")], remarks: [.property(type: "x-own", value: "1"), .note("n")],
    variants: [Variant(language: "fr", text: "Oui."), Variant(language: "en", text: "Yes.")])

  @Test func whatGoesOutComesBack() {
    let record = UnitRecord(
      unit, origin: UnitOrigin(name: "a:b.tmx", line: 14),
      context: DocumentContext(language: "fr", previous: "Avant.", next: nil),
      created: Date(timeIntervalSince1970: 1_600_000_000), creator: "anna", tags: ["z", "a"], licence: "CC0",
      isReviewed: true)
    let written = UnitProvenance.unit(record, isWhole: true)
    let back = UnitProvenance.record(written, origin: UnitOrigin(name: "other"))
    #expect(back.origin == record.origin)
    #expect(back.context == record.context)
    #expect(back.tags == ["a", "z"])
    #expect(back.licence == "CC0")
    #expect(back.isReviewed)
    #expect(back.created == record.created)
    #expect(back.creator == "anna")
    #expect(back.unit.remarks == unit.remarks)
  }

  @Test func nothingIsAddedToAUnitThatNobodySaidAnythingOf() {
    #expect(UnitProvenance.unit(UnitRecord(unit, origin: UnitOrigin(name: "a.tmx", line: 3)), isWhole: false) == unit)
  }
}
