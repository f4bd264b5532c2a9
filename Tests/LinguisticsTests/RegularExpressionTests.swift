import Linguistics
import Testing

@Suite struct RegularExpressionTests {
  private func matches(_ expression: RegularExpression, _ text: String) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var text = text
    #expect(text.withUTF8 { expression.forEachMatch(in: $0) { found.append($0..<$1) } })
    return found
  }

  @Test func offsetsAreBytes() throws {
    #expect(try matches(RegularExpression(#"\p{Lu}\."#), "É. et Ж. ou x.") == [0..<3, 7..<10])
    #expect(try matches(RegularExpression("x"), "").isEmpty)
  }

  @Test func aFaultNamesItsPlace() {
    let fault = #expect(throws: RegularExpression.Fault.self) { try RegularExpression("ab(c") }
    #expect(fault?.name == "U_REGEX_MISMATCHED_PAREN" && fault?.line == 1)
  }

  @Test func aSearchThatTakesTooLongIsGivenUp() throws {
    let expression = try RegularExpression("(a+)+b", timeLimit: 10)
    var text = String(repeating: "a", count: 60)
    #expect(text.withUTF8 { !expression.forEachMatch(in: $0) { _, _ in } })
  }
}
