import Testing

@testable import Bitext

@Suite struct AnnotatedTextTests {
  private let sentences = [
    Segment(text: "Une trêve.", bytes: 0..<11, paragraph: 0), Segment(text: "Fin.", bytes: 12..<16, paragraph: 0),
  ]

  @Test func whatWasNotLookedForIsEmptyAndSaysSo() {
    let text = AnnotatedText(language: "fr", sentences: sentences, names: [])
    #expect(text.parts == .names)
    #expect(text.terms == [[], []] && text.concepts == [[], []] && text.quantities == [[], []])
    #expect(text.quotations == [[], []])
  }

  @Test func everyPartThatIsGivenIsThere() {
    let text = AnnotatedText(
      language: "fr", sentences: sentences, terms: [[], []], concepts: [["truce"], []], names: [],
      quantities: [[], [Quantity(bytes: 0..<3, value: .number("1"))]], quotations: [[0..<3], []])
    #expect(text.parts == [.terms, .concepts, .names, .quantities, .quotations])
    #expect(text.concepts[0] == ["truce"] && text.quantities[1].map(\.value) == [.number("1")])
    #expect(text.quotations == [[0..<3], []])
  }
}
