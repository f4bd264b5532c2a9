import Testing

@testable import Terminology

@Suite struct WordAnswersTests {
  @Test func aQuestionIsAskedOnceAWord() {
    let answers = WordAnswers()
    var asked = 0
    func ask(_ hash: UInt64) -> Bool {
      answers.answer(to: hash) {
        asked += 1
        return hash % 3 == 0
      }
    }
    let hashes = (1...50).map { UInt64($0) << 33 }
    for _ in 0..<3 { for hash in hashes { #expect(ask(hash) == (hash % 3 == 0)) } }
    #expect(asked == 50)
  }

  @Test func wordsThatShareAPlaceAreNotTakenForOneAnother() {
    let answers = WordAnswers()
    for round in 0..<4 {
      for word in 0..<2_000 as Range<UInt64> {
        let hash = word &* 0x9E37_79B9_7F4A_7C15
        let isEven = answers.answer(to: hash) { word % 2 == 0 }
        #expect(isEven == (word % 2 == 0), "round \(round), word \(word)")
      }
    }
  }
}
