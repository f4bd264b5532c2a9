import Bitext
import Testing

@testable import Corridor

@Suite struct AnnotatorTests {
  /// Counts how often each part is looked for.
  private final class Calls {
    var terms: [String] = []
    var names: [[String]] = []
    var quantities: [String] = []
  }

  private let sentences = [
    Segment(text: "Il dit : « Non »", bytes: 0..<18, paragraph: 0), Segment(text: "Fin.", bytes: 19..<23, paragraph: 1),
  ]

  private func annotator(_ calls: Calls) -> Annotator {
    Annotator(
      language: "fr",
      terms: { sentence, wantsConcepts in
        calls.terms.append(sentence)
        return ([], wantsConcepts ? ["c"] : [])
      },
      names: { sentences in
        calls.names.append(sentences)
        return []
      },
      quantities: { sentence in
        calls.quantities.append(sentence)
        return []
      })
  }

  @Test func eachPartIsFoundOnceForAllItsUses() {
    let calls = Calls()
    let text = annotator(calls).annotated(sentences, [.terms, .concepts, .names, .quantities, .quotations])
    // Read as alignment, checks and house styles read it.
    for _ in 0..<3 { _ = (text.terms, text.concepts, text.names, text.quantities, text.quotations) }
    #expect(calls.terms == ["Il dit : « Non »", "Fin."])
    #expect(calls.names == [["Il dit : « Non »", "Fin."]])
    #expect(calls.quantities == ["Il dit : « Non »", "Fin."])
    #expect(text.concepts == [["c"], ["c"]])
    #expect(text.quotations.map(\.count) == [1, 0])
  }

  @Test func whatIsNotAskedForIsNotLookedFor() {
    let calls = Calls()
    let text = annotator(calls).annotated(sentences, [.quantities])
    #expect(calls.terms.isEmpty && calls.names.isEmpty && calls.quantities.count == 2)
    #expect(text.parts == .quantities)
    #expect(annotator(calls).annotated(sentences, .concepts).parts == .concepts)
    #expect(calls.names.isEmpty)
  }
}
