import Bitext
import Names
import Testing

@testable import Quality

@Suite struct NameRunTests {
  private func findings(_ texts: [(LanguageTag, String)]) throws -> [String] {
    let model = try NameFixture.model.get()
    let knowledge = NameKnowledge(model: model, glossary: NameFixture.glossary)
    let read = texts.map { language, text in
      NameRun.Text(
        language: language,
        names: NameFinder(language: language, model: model, concepts: NameFixture.glossary.concepts).find(in: [text])
      ) { "as name \($0) of a text" }
    }
    return NameRun(read, knowledge: knowledge).findings().enumerated().flatMap { text, findings in
      findings.map { "\(text) \($0.check) \($0.surface) → \($0.suggestions.first ?? "")" }
    }
  }

  @Test func aSpellingThatTheOtherTextsWriteOtherwiseIsReported() throws {
    let found = try findings([
      ("en", "Tigran Khachatryan came."), ("en", "Tigran Khachatryan left."), ("en", "Tigran Khatchatrian spoke."),
    ])
    #expect(found == ["2 name-variant Tigran Khatchatrian → Tigran Khachatryan"])
  }

  @Test func twoPeopleOfOneSurnameAreNotTwoSpellings() throws {
    #expect(try findings([("en", "Tigran Khachatryan came."), ("en", "Vagif Khatchatrian spoke.")]) == [])
    #expect(try findings([("en", "Anna Petrova came."), ("en", "Ivan Petrov spoke.")]) == [])
  }

  @Test func aSlipAgainstManyIsReported() throws {
    let right: [(LanguageTag, String)] = [
      ("en", "Rustam Muradov came."), ("en", "Rustam Muradov left."), ("en", "Rustam Muradov ate."),
    ]
    #expect(
      try findings(right + [("en", "Rustam Muardov spoke.")]) == ["3 name-misspelt Rustam Muardov → Rustam Muradov"])
    #expect(try findings(right.prefix(1) + [("en", "Rustam Muardov spoke.")]) == [])
  }

  @Test func oneTextOrNoneSaysNothing() throws {
    #expect(try findings([]) == [])
    #expect(try findings([("en", "Tigran Khachatryan came.")]) == [])
  }
}
