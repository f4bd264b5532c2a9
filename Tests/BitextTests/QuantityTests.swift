import Testing

@testable import Bitext

@Suite struct QuantityTests {
  @Test func aValueIsTheSameKeyInEveryLanguage() {
    #expect(Quantity.Value.number("7.6").description == "number:7.6")
    #expect(Quantity.Value.date(day: 10, month: 11, year: nil).description == "date:11-10")
    #expect(Quantity.Value.date(day: 10, month: 11, year: 2020).description == "date:2020-11-10")
  }
}
