import Bitext
import Rules
import Testing

@testable import Terminology

@Suite struct HouseStyleTests {
  /// Finds what the style would not write in "en 2022-05-01: text".
  private func findings(
    _ style: HouseStyle, _ line: String, _ glossary: Glossary
  ) throws -> [Finding] {
    let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
    let head = parts[0].split(separator: " ").map(String.init)
    let language = try #require(LanguageTag(head[0]))
    let text = String(parts[1].drop { $0 == " " })
    let matcher = try #require(Self.matchers(glossary)[language.language])
    return style.findings(
      in: text, language: language, occurrences: matcher.occurrences(in: text), quotations: Quotations.ranges(in: text),
      glossary: glossary, cues: try AttributionCues(Fixture.ruleFiles("attribution")),
      date: head.count > 1 ? head[1] : "")
  }

  private static func matchers(_ glossary: Glossary) throws -> [String: TermMatcher] {
    let inflection = try Fixture.inflection.get()
    return [
      "fr": TermMatcher(glossary: glossary, language: "fr", inflection: inflection),
      "en": TermMatcher(glossary: glossary, language: "en", inflection: inflection),
    ]
  }

  @Test func theShippedStylesKeepTheirExamples() throws {
    let glossary = Glossary(try Fixture.shipped.get())
    let styles = try Fixture.ruleFiles("profiles").map { try HouseStyle($0) }
    #expect(styles.count >= 3)
    for style in styles {
      #expect(style.contradictions(with: glossary).map(\.description) == [])
      for rule in style.rules {
        for pair in rule.examples.positive where pair.text != "nothing" {
          let found = try findings(style, pair.term, glossary).map(\.surface)
          #expect(found.contains(pair.text), "\(rule.id): '\(pair.text)' must be reported in '\(pair.term)'")
        }
        for pair in rule.examples.counter {
          let found = try findings(style, pair.term, glossary).map(\.surface)
          #expect(!found.contains(pair.text), "\(rule.id): '\(pair.text)' must pass in '\(pair.term)'")
        }
      }
    }
  }

  @Test func aFindingSaysWhatWhyAndWhatInstead() throws {
    let yaml = """
      id: house
      name: Our style
      about: test
      rules:
        - id: house.s
          concept: shushi
          verdict: attribution
          instead: shusha
          why: Because.
          source: A book
          examples: ["en: Shushi > Shushi"]
      """
    let style = try HouseStyle(RuleNode(yaml: yaml, file: "house.yml"))
    let glossary = Fixture.glossary("shushi place: en=Shushi", "shusha place: en=Shusha")
    let finding = try #require(try findings(style, "en: Near Shushi.", glossary).first)
    #expect(finding.message == "Our style has 'Shushi' only in quotations or with its source; write 'Shusha'")
    #expect(finding.evidence == ["house: house.s", "Because.", "A book"])
    #expect(finding.suggestions == ["Shusha"])
    #expect(finding.check == "term-forbidden" && finding.severity == .warning)
  }

  @Test func everyFaultOfAFileIsNamed() throws {
    let yaml = """
      id: house
      name: x
      about: y
      rules:
        - id: r
          verdict: liked
          why: w
          source: s
          from: 2020-13
          examples: ["en: a > b"]
      """
    let errors = #expect(throws: RulesErrors.self) { _ = try HouseStyle(RuleNode(yaml: yaml, file: "h.yml")) }
    let text = errors?.description ?? ""
    for part in ["h.yml:5:5: error: a rule is for a concept or a kind", "verdict is one of", "'2020-13' is no date"] {
      #expect(text.contains(part), "\(part) in \(text)")
    }
  }
}
