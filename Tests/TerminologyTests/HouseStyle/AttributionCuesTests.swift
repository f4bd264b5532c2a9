import Testing

@testable import Terminology

@Suite struct AttributionCuesTests {
  @Test func theShippedCuesKeepTheirExamples() throws {
    let cues = try AttributionCues(Fixture.ruleFiles("attribution"))
    for (language, cue) in cues.all {
      for pair in cue.examples.positive {
        #expect(cues.cue(in: pair.term, language: language) == cue.id, "\(pair.term)")
      }
      for pair in cue.examples.counter { #expect(cues.cue(in: pair.term, language: language) == nil, "\(pair.term)") }
    }
    #expect(cues.cue(in: "Selon Bakou", language: "de") == nil)
  }
}
