import Bitext
import TestSupport
import Testing

@testable import Corridor

@Suite struct NamingTests {
  @Test func aNameAndItsTranslationHaveOneKey() throws {
    let workspace = try Workspace.open(data: Checkout.glossary.path)
    func keys(_ text: String, _ language: LanguageTag) throws -> [String?] {
      try workspace.names(in: [text], language).map(workspace.nameKey)
    }
    #expect(try keys("Nikol Pachinian est venu.", "fr") == ["concept:pashinyan_nikol"])
    #expect(try keys("Nikol Pashinyan came.", "en") == ["concept:pashinyan_nikol"])
    // Names that the glossary lacks meet by sound.
    let unknown = try keys("Tigrane Khatchatourov est venu.", "fr")
    #expect(unknown.count == 1 && unknown[0]?.hasPrefix("name:") == true)
    #expect(try keys("Tigran Khachaturov came.", "en") == unknown)
  }

  @Test func knowledgeOfNamesIsReadOnce() throws {
    let workspace = try Workspace.open(data: Checkout.glossary.path)
    let first = try workspace.nameKnowledge()
    #expect(first.match("Choïgou", "Shoigu").verdict == .same)
    #expect(workspace.loadedMatcher != nil && workspace.loadedKnowledge != nil)
  }
}
