import Testing

@testable import Alignment

@Suite struct StructureModelTests {
  private func text(_ paragraphs: [Int], headings: Set<Int> = []) -> IndexedText {
    IndexedText(
      paragraphs.enumerated().map {
        AlignmentInput(text: "Phrase.", paragraph: $1, isHeading: headings.contains($0))
      }, stemLength: 6)
  }

  @Test func paragraphsGuide() {
    let model = StructureModel(text([0, 0, 1]), text([0, 1, 1]))
    #expect(model.isKnown)
    #expect(model.score(source: 2..<3, target: 1..<2) > model.score(source: 1..<2, target: 1..<2))
    #expect(model.score(source: 1..<3, target: 2..<3) < model.score(source: 1..<2, target: 2..<3))
  }

  @Test func aHeadingGoesWithAHeading() {
    let model = StructureModel(text([0, 0], headings: [0]), text([0, 0], headings: [0]))
    #expect(model.score(source: 0..<1, target: 0..<1) > 0 && model.score(source: 0..<1, target: 1..<2) < 0)
  }

  @Test func withoutParagraphsOnOneSideNothingIsSaid() {
    let model = StructureModel(text([0, 1]), text([0, 0]))
    #expect(!model.isKnown && model.score(source: 0..<1, target: 0..<1) == 0)
  }
}
