import Testing

@testable import Terminology

@Suite struct QueryFormsTests {
  private func spellings(_ query: String, _ language: String) throws -> [String] {
    QueryForms(try Fixture.inflection.get()[.init(stringLiteral: language)]).spellings(of: query)
  }

  @Test func theFormsThatAQueryMayBeOfAreGiven() throws {
    #expect(try spellings("couloirs humanitaires", "fr").contains("couloir humanitaire"))
    #expect(try spellings("mültecilerin", "tr").contains("mülteci"))
    // An article at the head may be no part of the term.
    #expect(try spellings("le couloir", "fr").contains("couloir"))
    // A language without rules.
    #expect(try spellings("Couloir", "ja") == ["couloir"])
    #expect(try spellings("", "fr").isEmpty)
  }
}
