import Testing

@testable import Linguistics

@Suite struct QuantityReaderTests {
  private func values(_ text: String, _ language: String) throws -> [String] {
    try QuantityReader(shippedProfile(language)).quantities(in: text).map(\.value.description)
  }

  @Test(
    "one value, many spellings",
    arguments: [
      ("1 960 militaires", "fr"), ("1.960 militaires", "fr"), ("1\u{202F}960 militaires", "fr"), ("1\u{A0}960", "fr"),
      ("1,960 servicemen", "en"), ("1960", "en"), ("mille neuf cent soixante", "fr"),
      ("one thousand nine hundred and sixty", "en"),
    ])
  func grouping(text: String, language: String) throws { #expect(try values(text, language) == ["number:1960"]) }

  @Test(arguments: [
    ("quarante-quatre jours", "fr", "44"), ("44 days", "en", "44"), ("quatre-vingt-dix-sept", "fr", "97"),
    ("vingt et un soldats", "fr", "21"), ("soixante-dix", "fr", "70"), ("deux cents", "fr", "200"),
    ("cinq mille", "fr", "5000"), ("twenty-one", "en", "21"), ("3 millions", "fr", "3"),
    ("two million", "en", "2000000"),
    ("7,6 %", "fr", "7.6"), ("7.6%", "en", "7.6"), ("2,50 euros", "fr", "2.5"), ("1.234,5", "fr", "1234.5"),
    ("1,234,567.25", "en", "1234567.25"), ("007", "en", "7"),
  ])
  func numbers(text: String, language: String, value: String) throws {
    #expect(try values(text, language) == ["number:" + value])
  }

  @Test(arguments: [
    ("le 10 novembre 2020", "fr", "date:2020-11-10"), ("le 1er décembre", "fr", "date:12-1"),
    ("on 10 November 2020", "en", "date:2020-11-10"), ("November 10, 2020", "en", "date:2020-11-10"),
    ("on December 1st,", "en", "date:12-1"), ("10 ноября 2020", "ru", "date:2020-11-10"),
  ])
  func dates(text: String, language: String, value: String) throws { #expect(try values(text, language) == [value]) }

  @Test func articlesAreNoNumbers() throws {
    #expect(try values("une mesure et un accord", "fr").isEmpty)
    #expect(try values("no one came", "en").isEmpty)
  }

  @Test func listsOfNumbersStayApart() throws {
    #expect(try values("3, 4 et 5", "fr") == ["number:3", "number:4", "number:5"])
    #expect(try values("deux, trois", "fr") == ["number:2", "number:3"])
    #expect(try values("10.11.2020", "en").count == 3)
  }

  @Test func theBytesAreThoseOfTheNumber() throws {
    let text = "environ 12\u{202F}000 hommes"
    let found = try QuantityReader(shippedProfile("fr")).quantities(in: text)
    #expect(found.count == 1)
    #expect(found.first.map { String(decoding: Array(text.utf8)[$0.bytes], as: UTF8.self) } == "12\u{202F}000")
  }
}
