import Testing

@testable import Linguistics

@Suite struct WeekdaysTests {
  @Test func daysComeFromTheLanguage() {
    #expect(Weekdays.names(in: "fr").first == "dimanche" && Weekdays.names(in: "fr").last == "samedi")
    #expect(Weekdays.names(in: "en")[1] == "Monday")
    #expect(Weekdays.names(in: "hy").count == 7)
  }
}
