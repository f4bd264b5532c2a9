import Bitext
import Testing

@testable import Quality

@Suite struct NameJudgeTests {
  /// What is wrong with the names of an English text by itself, as "surface: fault".
  private func faults(_ sentences: [String]) throws -> [String] {
    let checks: [any Check] = [NameMisspelt(), NameUntransliterated(), NameVariant()]
    return try checks.flatMap { check in
      try NameFixture.findings(check, en: sentences).map { "\($0.surface): \($0.check)" }
    }
  }

  @Test func aFormOfTheGlossaryIsRight() throws {
    #expect(try faults(["Nikol Pashinyan came.", "Pashinyan’s car left Yerevan."]) == [])
  }

  @Test func oneOccurrenceHasOneFault() throws {
    #expect(try faults(["Nikol Pachinian came."]) == ["Nikol Pachinian: name-untransliterated"])
  }

  @Test func theRarerSpellingIsReported() throws {
    #expect(
      try faults(["Tigran Khachatryan came.", "Tigran Khachatryan left.", "Tigran Khatchatrian spoke."]) == [
        "Tigran Khatchatrian: name-variant"
      ])
  }
}
