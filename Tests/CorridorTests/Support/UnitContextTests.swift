import Bitext
import Testing
import TranslationMemory

@testable import Corridor

@Suite struct UnitContextTests {
  private func record(_ text: String, file: String? = nil, properties: [(String, String)] = []) -> UnitRecord {
    let remarks = (file.map { [("x-xliff-file", $0)] } ?? []) + properties
    return UnitRecord(
      TranslationUnit(
        remarks: remarks.map { .property(type: $0.0, value: $0.1) }, variants: [Variant(language: "fr", text: text)]))
  }

  @Test func theUnitsOfADocumentAreEachOthersNeighboursWithinTheirFile() {
    var context = UnitContext(isDocument: true)
    var taken: [UnitRecord] = []
    for record in [record("a", file: "x"), record("b", file: "x"), record("c", file: "y")] {
      if let ready = context.take(record) { taken.append(ready) }
    }
    if let last = context.finish() { taken.append(last) }
    #expect(taken.map { $0.context?.previous } == [nil, "a", nil])
    #expect(taken.map { $0.context?.next } == ["b", nil, nil])
  }

  @Test func aMemoryNamesNeighboursItself() {
    var context = UnitContext(isDocument: false)
    let taken = context.take(record("b", properties: [("prev", "a"), ("next", "c")]))
    #expect(taken?.context == DocumentContext(language: "fr", previous: "a", next: "c"))
    #expect(context.take(record("d"))?.context == nil)
  }
}
