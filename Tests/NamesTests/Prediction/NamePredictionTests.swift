import Testing

@testable import Names

@Suite struct NamePredictionTests {
  @Test func whatAListSaysIsSure() {
    let rule = NamePrediction.Rule(id: "list", why: "w")
    let prediction = NamePrediction.listed(["a", "b", "c", "d"], rule: rule)
    #expect(prediction.best == "a" && prediction.candidates.map(\.text) == ["a", "b", "c"])
    #expect(prediction.candidates.map(\.confidence) == [1, 0.5, 0.5])
    #expect(NamePrediction.none.best == nil)
  }
}
