import Bitext
import Terminology
import Testing

@testable import Quality

@Suite struct CheckedWorkTests {
  @Test func withoutKnowledgeOfNamesNothingIsJudged() {
    let name = NameOccurrence(
      sentence: 0, bytes: 0..<9, surface: "Pachinian", kind: .person, name: "Pachinian", isConcept: false)
    let text = AnnotatedText(language: "en", sentences: Fixture.segments(["Pachinian came."]), names: [name])
    let work = CheckedWork(target: text, glossary: NameFixture.glossary)
    #expect(work.nameJudgements.isEmpty)
    #expect(NameUntransliterated().findings(in: work).isEmpty)
  }

  @Test func bothTextsAreJudgedAndTheSourceComesFirst() throws {
    let found = try NameFixture.findings(
      NameUntransliterated(), fr: ["Sergei Shoigu est venu."], en: ["Nikol Pachinian came."])
    #expect(NameFixture.summary(found) == ["0 Sergei Shoigu → Sergueï Choïgou", "0 Nikol Pachinian → Nikol Pashinyan"])
    #expect(found.map(\.words?.side) == [.source, .target])
  }

  @Test func aLanguageWithoutANameIsItsTag() {
    let work = CheckedWork(
      target: AnnotatedText(language: "en", sentences: []), glossary: Glossary(), languageNames: ["fr": "French"])
    #expect(work.languageName("fr-CA") == "French")
    #expect(work.languageName("hy") == "hy")
  }
}
