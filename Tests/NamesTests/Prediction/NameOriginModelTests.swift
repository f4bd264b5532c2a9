import Testing

@testable import Names

@Suite struct NameOriginModelTests {
  @Test func everyGroupOfLettersCountsOnce() {
    let grams = NameOriginModel.grams(of: "aa").map { String(String.UnicodeScalarView($0)) }
    #expect(Set(grams) == ["#", "a", "#a", "aa", "a#", "#aa", "aa#"])
    #expect(grams.count == 7)
  }
}
