import Foundation
import Testing

@testable import CorridorCLI

@Suite struct DayTests {
  @Test func aDayIsMidnightUTC() throws {
    #expect(try Day.date("2020-11-10", option: "--since") == Date(timeIntervalSince1970: 1_604_966_400))
  }

  @Test(arguments: ["", "2020-11", "2020-13-01", "yesterday", "2020-11-10T12:00"])
  func anythingElseIsRefusedWithTheOption(text: String) {
    let error = #expect(throws: UsageError.self) { try Day.date(text, option: "--since") }
    #expect(error?.message == "--since \(text) is no day; write it as 2020-11-10")
  }
}
