import Bitext
import Testing

@testable import Alignment

@Suite struct IndexedTextTests {
  private let text = IndexedText(
    [
      AlignmentInput(text: "Un titre", isHeading: true), AlignmentInput(text: "Bakou, 44 jours.", paragraph: 1),
      AlignmentInput(text: "", paragraph: 1),
    ], stemLength: 8)

  @Test func sentencesAreRunsOfWords() {
    #expect(text.count == 3 && text.range(0).count == 2 && text.range(2).isEmpty)
    #expect(text.range(0..<2).upperBound == text.range(1).upperBound)
    #expect(text.words[text.range(0)].map { text.vocabulary.keys[Int($0)] } == ["un", "titre"])
  }

  @Test func structureIsKept() {
    #expect(text.startsParagraph == [false, true, false] && text.isHeading == [true, false, false])
    // White space is not counted; a length is at least 1, so that its logarithm is a number.
    #expect(text.lengths[0] == 7 && text.lengths[2] == 1)
  }

  @Test func onlyKnownWordsOfAnotherTextAreGiven() {
    #expect(text.knownWords(of: "titre inconnu").map { text.vocabulary.keys[Int($0)] } == ["titre"])
  }
}
