import Bitext
import FoundationEssentials
import Testing

@testable import TranslationMemory

@Suite struct RecordCodingTests {
  private func again(_ record: UnitRecord) throws -> UnitRecord {
    var bytes: [UInt8] = []
    RecordCoding.encode(record, into: &bytes)
    return try bytes.withUnsafeBytes { try RecordCoding.decode($0) }
  }

  @Test func aRecordWithEverythingAndOneWithNothingComeBack() throws {
    var full = UnitRecord(
      Fixture.unit("a", "b"), origin: UnitOrigin(name: "f.tmx", line: 3),
      context: DocumentContext(language: "fr-CA", previous: "", next: nil), tags: ["z", "é"], licence: "CC0",
      isReviewed: true)
    full.created = Date(timeIntervalSince1970: -5)
    full.changed = Date(timeIntervalSince1970: 1_600_000_000)
    (full.creator, full.changer) = ("mr", "")
    #expect(try again(full) == full)
    let empty = UnitRecord(TranslationUnit(variants: []))
    #expect(try again(empty) == empty)
  }
}
