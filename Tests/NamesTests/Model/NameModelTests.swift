import Testing

@testable import Names

@Suite struct NameModelTests {
  @Test func lettersOfOtherScriptsAreNotLatin() {
    #expect(["Erevan", "Élysée", "Şuşa", "Bạc", "O'Neill 2", ""].allSatisfy(NameModel.isLatin))
    #expect(!NameModel.isLatin("Шойгу") && !NameModel.isLatin("Nikol Փ"))
  }

  @Test func aNameInItsOwnScriptIsNativeWhateverTheText() throws {
    let model = try ShippedModel.get()
    #expect(model.side(of: "Шойгу", in: "fr") == .native)
    #expect(model.side(of: "Choïgou", in: "fr") == .press("fr"))
    #expect(model.side(of: "Şuşa", in: "az") == .native)
  }
}
