import Testing

@testable import Quality

@Suite struct NameTextTests {
  @Test func capitalsThatSayNothingAreMarked() {
    let words = NameText.words(of: "The envoy said: “Come to Pyongyang.”")
    #expect(words.filter { $0.isCapital && !$0.isInitial }.map(\.text) == ["Pyongyang"])
  }

  @Test func handlesHashtagsAndAddressesAreNoNames() {
    let words = NameText.words(of: "See @Trump, #Brexit and News.com of Moscow")
    #expect(words.filter { $0.isCapital && !$0.isInitial && !$0.isAddress }.map(\.text) == ["Moscow"])
  }
}
