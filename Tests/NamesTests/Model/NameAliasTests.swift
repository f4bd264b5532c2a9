import Testing

@testable import Names

@Suite struct NameAliasTests {
  @Test func namesAreJoinedAcrossNotWithin() {
    let alias = NameAlias(names: ["Chouchi", "Shushi"], others: ["Choucha"], why: "one town")
    #expect(alias.joins("chouchi", "choucha") && alias.joins("choucha", "shushi"))
    #expect(!alias.joins("chouchi", "shushi"))
    #expect(!alias.joins("chouchi", "erevan"))
  }
}
