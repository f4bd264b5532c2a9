import Bitext
import Testing

@testable import Segmentation

@Suite struct SegmentationExampleTests {
  @Test func anExampleNamesItsSentences() {
    let place = SourcePosition(file: "x.yml", line: 3, column: 9)
    let example = SegmentationExample(marked: "@fr ⟦date 2020⟧ M. Macron parle.‖ Il part.", position: place)
    #expect(example.language == "fr" && example.position == place)
    #expect(example.text == "date 2020 M. Macron parle. Il part.")
    #expect(example.sentences == ["M. Macron parle.", "Il part."])
    #expect(SegmentationExample(marked: "Il part.", position: place).language == nil)
  }
}
