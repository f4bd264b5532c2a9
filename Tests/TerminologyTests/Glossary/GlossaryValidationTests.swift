import Bitext
import Rules
import Testing

@testable import Terminology

@Suite struct GlossaryValidationTests {
  private func rules(_ lines: String...) throws -> [String] {
    let concepts = lines.enumerated().map { Fixture.concept($1, line: $0 + 2) }
    let validation = GlossaryValidation(requiredLanguages: ["fr", "en"], writing: try Fixture.writing.get())
    return validation.findings(in: concepts).map { "\($0.position?.line ?? 0) \($0.check)" }
  }

  @Test func aCleanGlossaryHasNoFindings() throws {
    #expect(
      try rules(
        "peace: fr=paix; en=peace", "yerevan place: fr=Érevan; fr.admitted=Erevan; en=Yerevan; hy=Երևան; ru=Ереван"
      )
      .isEmpty)
  }

  @Test(
    "each fault is found under its own id",
    arguments: [
      ("a: fr=un; fr=deux; en=one", "2 two-preferred"),
      ("a: fr.admitted=un; en=one", "2 no-preferred"),
      ("a: fr=un; fr=un; en=one", "2 repeated-term"),
      ("a: fr=un", "2 missing-side"),
      ("a: fr=u\u{200B}n; en=one", "2 invisible-character"),
      ("a: fr=Рaris; en=Paris", "2 mixed-script"),
      ("a: fr=paix; en=peace; hy=мир", "2 wrong-script"),
      ("a: fr=paix  durable; en=peace", "2 stray-whitespace"),
      ("a: fr=re\u{301}fugié; en=refugee", "2 not-composed"),
      ("a: fr= ; en=refugee", "2 empty-term"),
    ])
  func faults(line: String, expected: String) throws { #expect(try rules(line) == [expected]) }

  @Test func aTermOfTwoConceptsIsFoundAtTheSecond() throws {
    #expect(try rules("a: fr=règlement; en=settlement", "b: fr=Règlement; en=rules") == ["3 shared-term"])
    // A person and a place may share a name; names differ by capitals.
    #expect(try rules("a person: fr=Lachin; en=Lachin", "b place: fr=Lachin; en=Lachin").isEmpty)
  }

  @Test func relationsMustLeadSomewhere() {
    let position = SourcePosition(file: "t.csv", line: 9, column: 1)
    let concept = Concept(
      id: "a", kind: .place, terms: [],
      relations: [.init(kind: .samePlace, concept: "b"), .init(kind: .broader, concept: "a")],
      position: position)
    let found = GlossaryValidation().findings(in: [concept])
    #expect(
      found.map(\.description) == [
        "t.csv:9:1: error: a names 'b' (same-place), which is no concept; correct the id [dangling-relation]",
        "t.csv:9:1: error: a is related to itself (broader); name the other concept [dangling-relation]",
      ])
  }

  @Test(
    "dates",
    arguments: [
      ("2020", true), ("2020-02-29", true), ("2021-02-29", false), ("2020-13", false), ("20", false), ("2020-1", false),
    ])
  func dates(text: String, isDate: Bool) { #expect(GlossaryValidation.isDate(text) == isDate) }

  @Test func aFormerNameMayHaveBeenPreferred() {
    func term(_ text: String, from: String = "", until: String = "") -> Term {
      Term(
        language: "fr", text: text, status: .preferred, from: from, until: until, position: .init(file: "t", line: 2))
    }
    let terms = [term("Khankendi", from: "2023-09"), term("Stepanakert", until: "2023-09")]
    let concept = Concept(id: "a", kind: .place, terms: terms, position: .init(file: "t", line: 2))
    #expect(GlossaryValidation().findings(in: [concept]).isEmpty)
  }

  @Test func aNativeFormMustRomanizeToOneOfTheOthers() {
    let validation = GlossaryValidation(romanizes: { native, latin in
      native.text == "Шарапов" ? latin.text == "Charapov" : nil
    })
    #expect(validation.findings(in: [Fixture.concept("a person: fr=Charapov; en=Sharapov; ru=Шарапов")]).isEmpty)
    #expect(
      validation.findings(in: [Fixture.concept("a person: fr=Charipov; ru=Шарапов")]).map(\.check) == [
        "romanization-mismatch"
      ])
    // Places have other names abroad.
    #expect(validation.findings(in: [Fixture.concept("a place: fr=Allemagne; ru=Шарапов")]).isEmpty)
  }

  @Test func aStyleMayNotPreferWhatTheGlossaryForbids() throws {
    let yaml = """
      id: house
      name: Our style
      about: test
      rules:
        - id: house.s
          concept: shushi
          verdict: preferred
          forms: {en: [Shushi]}
          why: Because.
          source: A book
          examples: ["en: Shusha > Shusha"]
      """
    let style = try HouseStyle(RuleNode(yaml: yaml, file: "house.yml"))
    let validation = GlossaryValidation(profiles: [style])
    #expect(
      validation.findings(in: [Fixture.concept("shushi place: en=Shusha; en.forbidden=Shushi")]).map(\.check) == [
        "status-against-profile"
      ])
    #expect(validation.findings(in: [Fixture.concept("shushi place: en=Shushi")]).isEmpty)
    let other = [Fixture.concept("erevan place: en=Yerevan")]
    #expect(
      validation.findings(in: other).map(\.message) == [
        "house: rule 'house.s' names concept 'shushi', which the glossary lacks; correct the id"
      ])
    #expect(GlossaryValidation(profiles: [style], requiresConceptsOfStyles: false).findings(in: other).isEmpty)
  }

  @Test func sourcesAndDatesAndRepeatedConcepts() {
    let validation = GlossaryValidation(requiresSource: true)
    let concept = Fixture.concept("a: fr=un")
    #expect(validation.findings(in: [concept]).map(\.check) == ["no-source"])
    #expect(GlossaryValidation().findings(in: [concept, concept]).map(\.check).contains("repeated-concept"))
    let dated = Term(
      language: "fr", text: "un", status: .preferred, from: "2021-02-30", until: "2020",
      position: .init(file: "t", line: 2))
    let found = GlossaryValidation().findings(
      in: [Concept(id: "a", kind: .term, terms: [dated], position: .init(file: "t", line: 2))])
    #expect(found.map(\.check).contains("bad-date"))
  }
}
