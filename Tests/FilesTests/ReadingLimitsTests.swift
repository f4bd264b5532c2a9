import Testing

@testable import Files

@Suite struct ReadingLimitsTests {
  @Test(arguments: ReadingLimits.Name.allCases) func everyLimitCanBeRaisedByItsName(name: ReadingLimits.Name) {
    var limits = ReadingLimits()
    let before = limits[name]
    limits[name] = before + 1
    #expect(limits[name] == before + 1)
    for other in ReadingLimits.Name.allCases where other != name { #expect(limits[other] == ReadingLimits()[other]) }
  }
}
