import Bitext
import Testing

@testable import Names

@Suite struct NameSpanReaderOrganisationsTests {
  private func organisations(_ language: LanguageTag, _ text: String) throws -> [String] {
    NameFinder(language: language, model: try ShippedModel.get()).find(in: [text]).filter { $0.kind == .org }
      .map(\.surface)
  }

  @Test func whereAdjectivesFollowGroupsAreInSmallLetters() throws {
    #expect(try organisations("fr", "La Cour de justice s’est réunie à Bakou.") == ["Cour de justice"])
    #expect(try organisations("fr", "Le comité de lutte siège.").isEmpty)
  }

  @Test func whereEveryWordHasACapitalConnectorsJoin() throws {
    #expect(
      try organisations("en", "The Organization for Security and Cooperation in Europe met in Baku.") == [
        "Organization for Security and Cooperation in Europe"
      ])
    #expect(try organisations("en", "The Security Council in Baku met.") == ["Security Council"])
  }
}
