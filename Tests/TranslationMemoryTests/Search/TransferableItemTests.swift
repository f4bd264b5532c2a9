import Testing

@testable import TranslationMemory

@Suite struct TransferableItemTests {
  @Test func rangesThatOnlyTouchDoNotOverlap() {
    let item = TransferableItem(.number, bytes: 3..<7, surface: "1960", key: "number:1960")
    #expect([0..<3, 7..<9].allSatisfy { !item.overlaps($0) })
    #expect([0..<4, 4..<5, 6..<9, 0..<9].allSatisfy { item.overlaps($0) })
  }
}
