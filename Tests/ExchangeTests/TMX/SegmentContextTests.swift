import Bitext
import Testing

@testable import Exchange

@Suite struct SegmentContextTests {
  private func unit(_ own: [(String, String)], source: [(String, String)] = []) -> TranslationUnit {
    TranslationUnit(
      remarks: own.map { .property(type: $0.0, value: $0.1) },
      variants: [
        Variant(language: "fr", remarks: source.map { .property(type: $0.0, value: $0.1) }, content: [.text("b")]),
        Variant(language: "en", text: "B"),
      ])
  }

  private func context(_ unit: TranslationUnit) -> [String?] {
    let found = SegmentContext(of: unit)
    return [found?.dialect.rawValue, found?.previous, found?.next, found.map { $0.isHash ? "hash" : "text" }]
  }

  @Test func sevenDialectsAreUnderstood() {
    #expect(context(unit([("x-ContextContent", "a | A | c | C")])) == ["trados", "a", "c", "text"])
    #expect(context(unit([("x-Context", "12, 34")])) == ["trados", "12", "34", "hash"])
    let memoQ = unit(
      [], source: [("x-context-pre", "<seg>a <ph>x</ph>&amp;</seg>"), ("x-context-post", "<seg>c</seg>")])
    #expect(context(memoQ) == ["memoQ", "a &", "c", "text"])
    #expect(context(unit([], source: [("context_prev", "a"), ("context_next", "c")])) == ["phrase", "a", "c", "text"])
    #expect(context(unit([("x-next-source-text", "c")])) == ["xtm", nil, "c", "text"])
    #expect(context(unit([("x-previous-crc", "1"), ("x-next-crc", "2")])) == ["xtm", "1", "2", "hash"])
    #expect(context(unit([("previousMd5Segment", "1")])) == ["globalLink", "1", nil, "hash"])
    #expect(context(unit([("x-context-pre", "a"), ("x-context-post", "c")])) == ["mateCat", "a", "c", "text"])
    #expect(context(unit([("prev", "a"), ("next", "c"), ("file", "f")])) == ["omegaT", "a", "c", "text"])
  }

  @Test func withoutAContextThereIsNone() {
    #expect(SegmentContext(of: unit([("file", "f"), ("x-Origin", "TM")])) == nil)
    #expect(SegmentContext(of: unit([("x-context-pre", "<seg>broken")]))?.previous == "<seg>broken")
  }
}
