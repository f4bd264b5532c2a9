import FoundationEssentials
import Linguistics
import Rules
import TestSupport
import Testing

@testable import Corridor

@Suite struct QuantityWritingTests {
  private func writing(_ language: String) throws -> QuantityWriting {
    let path = "glossary/languages/\(language).yml"
    let text = try Checkout.text(path)
    return QuantityWriting(profile: try LanguageProfile(RuleNode(yaml: text, file: path)))
  }

  @Test(arguments: [
    ("en", "14", "14", "90", "90"), ("en", "1,960", "1960", "12500", "12,500"), ("en", "twelve", "12", "15", "fifteen"),
    ("en", "12", "12", "1500000", "1,500,000"), ("fr", "7,6", "7.6", "8.25", "8,25"),
    ("en", "7.6", "7.6", "8.25", "8.25"),
  ])
  func numbersAreWrittenAsTheTextWritesThem(
    language: String, surface: String, old: String, new: String, expected: String
  ) throws {
    #expect(try writing(language).text(.number(new), like: surface, standingFor: .number(old)) == expected)
  }

  @Test(arguments: [
    ("en", "12 March 2021", "3 April 2022"), ("en", "March 12, 2021", "April 3, 2022"),
    ("fr", "12 mars 2021", "3 avril 2022"),
    ("en", "12 MARCH 2021", "3 APRIL 2022"),
  ])
  func datesKeepTheirOrder(language: String, surface: String, expected: String) throws {
    let written = try writing(language).text(
      .date(day: 3, month: 4, year: 2022), like: surface, standingFor: .date(day: 12, month: 3, year: 2021))
    #expect(written == expected)
  }

  @Test func aDateOfOtherPartsIsNotMadeUp() throws {
    let english = try writing("en")
    #expect(
      english.text(
        .date(day: 3, month: 4, year: 2022), like: "12 March", standingFor: .date(day: 12, month: 3, year: nil))
        == nil)
    #expect(
      english.text(
        .date(day: 3, month: 4, year: nil), like: "March 12th", standingFor: .date(day: 12, month: 3, year: nil))
        == nil)
  }
}
