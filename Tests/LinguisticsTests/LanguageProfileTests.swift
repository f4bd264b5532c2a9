import Rules
import Testing

@testable import Linguistics

@Suite struct LanguageProfileTests {
  @Test(arguments: shippedLanguages) func everyShippedProfileHasTwelveMonths(language: String) throws {
    let profile = try shippedProfile(language)
    #expect(profile.language.description == language)
    #expect(Set(profile.months.values) == Set(1...12))
    #expect(profile.functionWords.count > 10)
  }

  @Test func allFaultsComeAtOnceWithTheirPlace() throws {
    let file = try RuleNode(yaml: "langage: fr\nname: French\nnumbers:\n  un: one\n", file: "x.yml")
    let error = #expect(throws: RulesErrors.self) { try LanguageProfile(file) }
    let text = try #require(error).description
    #expect(text.contains("x.yml:1:1: error: unknown key 'langage'"))
    #expect(text.contains("x.yml:4:7: error: a whole number is expected here"))
    #expect(text.contains("'language' is missing"))
  }
}
