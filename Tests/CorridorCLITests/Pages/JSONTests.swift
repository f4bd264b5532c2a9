import Testing

@testable import CorridorCLI

@Suite struct JSONTests {
  @Test func membersKeepTheirOrder() {
    let value = JSON.object(["b": .integer(1), "a": .array([.null, .bool(true), .string("x")])])
    #expect(value.text == #"{"b":1,"a":[null,true,"x"]}"#)
  }

  @Test func charactersThatJSONCannotHoldAreEscaped() {
    #expect(JSON.string("\"\\\n\t\u{1}\u{2028}«é»").text == #""\"\\\n\t\u0001\u2028«é»""#)
  }
}
