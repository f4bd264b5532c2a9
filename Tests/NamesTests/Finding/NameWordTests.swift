import Testing

@testable import Names

@Suite struct NameWordTests {
  private func word(_ text: String) -> NameWord { NameWord(text, key: text.lowercased(), number: 0) }

  @Test(arguments: [
    ("Erevan", true, false), ("EREVAN", true, true), ("erevan", false, false), ("Élysée", true, false),
    ("ÉTÉ", true, true), ("É", true, false), ("Շուշի", true, false), ("d'Erevan", false, false), ("2024", false, false),
  ])
  func capitals(text: String, isCapital: Bool, isUpper: Bool) {
    #expect(word(text).isCapital == isCapital && word(text).isUpper == isUpper)
  }

  @Test func lettersAreCountedAsAReaderDoes() {
    #expect(["Erevan", "Élysée", "e\u{301}te", "Şuşa"].map { word($0).letters } == [6, 6, 3, 4])
  }

  @Test func figuresAreNoNames() {
    #expect(["XXI", "IV", "Mix", "xxi"].map { word($0).isRoman } == [true, true, false, false])
    #expect(["XXe", "Ier", "Erevan", "Xe"].map { word($0).mayBeName } == [false, false, true, false])
  }

  @Test func onlyCapitalsMayBeginANameWithoutLists() {
    #expect(word("Erevan").mayBegin && !word("erevan").mayBegin)
    #expect(word("Erevan").endingWeight == 0 && word("Erevan").marks.isEmpty)
  }
}
