import Testing

@testable import Romanization

@Suite struct RomanizationScriptTests {
  @Test func theArticleNeedsAWordBehindIt() throws {
    let script = try RomanizationConventions(Tables.conventions()).script("Arab")
    #expect(script.hasArticle(Array("الحسن".unicodeScalars)))
    #expect(!script.hasArticle(Array("الب".unicodeScalars)))
    #expect(!script.hasArticle(Array("حسن".unicodeScalars)))
    #expect(!script.hasArticle([]))
  }
}
