import Rules
import Testing

@testable import Quality

@Suite struct CognatesTests {
  private func join(_ a: String, _ b: String) throws -> Bool {
    let table = try Cognates("fr,en\nain,an\nfrançois,francis\n", file: "c.csv")
    return table.join(Array(a.unicodeScalars), "fr", Array(b.unicodeScalars), "en")
  }

  @Test func wordsThatDifferByALineOfTheTableAreOne() throws {
    #expect(try join("republicain", "republican"))
    #expect(try join("francois", "francis"))
    #expect(try !join("tellis", "telis"))
  }

  @Test func aColumnThatIsNoLanguageIsReported() {
    #expect(throws: RulesErrors.self) { try Cognates("fr,no language\na,b\n", file: "c.csv") }
  }
}
