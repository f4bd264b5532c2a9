import Rules
import Testing

@testable import Names

@Suite struct NameWeightsTests {
  @Test func aWeightIsFoundByItsPartAndFeature() throws {
    let weights = try NameWeights(text: "# from two rows\nfr>en\tch>sh\t1.5\nen>fr\tch>sh\t-2\n", file: "w.tsv")
    #expect(weights[NameWeights.key("fr>en", "ch>sh")] == 1.5)
    #expect(weights[NameWeights.key("en>fr", "ch>sh")] == -2)
    #expect(weights.value(NameWeights.key("fr>en", "s>s")) == nil)
    #expect(weights.remarks == ["from two rows"])
  }

  @Test func everyBrokenRowIsNamed() {
    let error = #expect(throws: RulesErrors.self) { try NameWeights(text: "a\tb\na\tb\tc\na\tb\t1\n", file: "w.tsv") }
    #expect(error?.faults.map(\.position.line) == [1, 2])
  }

  @Test func nothingLearnedWeighsNothing() {
    #expect(NameWeights().isEmpty && NameWeights()[1] == 0)
  }
}
