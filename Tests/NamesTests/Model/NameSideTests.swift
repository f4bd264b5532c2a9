import Romanization
import Testing

@testable import Names

@Suite struct NameSideTests {
  @Test func onlyALanguageWithAColumnHasAPress() throws {
    let conventions = try ShippedModel.get().tables.conventions
    #expect(NameSide("fr-BE", conventions) == .press("fr"))
    #expect(NameSide("en", conventions).label == "en")
    #expect(NameSide("ru", conventions) == .native)
    #expect(NameSide("bgn", conventions).label == "native")
  }
}
