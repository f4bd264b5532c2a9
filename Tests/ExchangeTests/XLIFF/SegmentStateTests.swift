import Bitext
import Testing

@testable import Exchange

@Suite struct SegmentStateTests {
  @Test(arguments: SegmentState.allCases) func everyStateHasAStepInVersion2(state: SegmentState) throws {
    #expect(SegmentState.words2.contains(state.version2))
    #expect(try #require(SegmentState(version2: state.version2)).version2 == state.version2)
  }

  @Test func wordsOfTheOtherVersionAreToldApart() {
    #expect(SegmentState(version2: "signed-off") == nil && SegmentState(rawValue: "reviewed") == nil)
    #expect(SegmentState(version2: "reviewed") == .reviewed)
  }

  @Test func aVariantSaysItsState() {
    #expect(
      SegmentState.needsReview.remarks(.fuzzyMatch) == [
        .property(type: "x-xliff-state", value: "needs-review-translation"),
        .property(type: "x-xliff-state-qualifier", value: "fuzzy-match"),
      ])
    #expect(SegmentState.translated.remarks().count == 1)
  }
}
