import Testing

@testable import Linguistics

@Suite struct WordShapesTests {
  @Test func wordsOfOtherLettersOrLengthAreNone() {
    let shapes = WordShapes(["deux", "dix", "mars", "élan"])
    for word in ["deux", "DIX", "Mars", "doux", "Été"] { #expect(shapes.mayHave(Array(word.utf8)[...]), "\(word)") }
    for word in ["d", "de", "dont", "mardi", "six"] {
      #expect(!shapes.mayHave(Array(word.utf8)[...]), "\(word)")
    }
  }

  @Test func veryLongWordsAreTakenTogether() {
    let long = String(repeating: "a", count: 40)
    #expect(WordShapes([long]).mayHave(Array((long + "a").utf8)[...]))
  }
}
