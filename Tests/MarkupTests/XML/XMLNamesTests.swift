import Testing

@testable import Markup

@Suite struct XMLNamesTests {
  private func find(_ name: String, _ names: borrowing XMLNames) -> Int? {
    Array(name.utf8).withUnsafeBufferPointer { names.find($0) }
  }

  @Test func aNameHasOneNumber() {
    var names = XMLNames()
    let seg = names.number("seg")
    #expect(names.number("seg") == seg && names.spelt[seg] == "seg" && names.length(seg) == 3)
    #expect(find("seg", names) == seg && find("se", names) == nil)
  }

  @Test func aPrefixAndALocalNameHaveNumbersToo() {
    var names = XMLNames()
    let whole = names.number("xml:lang")
    #expect(names.spelt[names.local[whole]] == "lang" && names.spelt[names.prefix[whole]] == "xml")
    let odd = names.number(":a")
    #expect(names.prefix[odd] == -1 && names.local[odd] == odd)
  }

  @Test func manyNamesAreFoundAgain() {
    var names = XMLNames()
    let numbers = (0..<5_000).map { names.number("n\($0)") }
    #expect(Set(numbers).count == 5_000)
    for (index, number) in numbers.enumerated() { #expect(find("n\(index)", names) == number) }
  }
}
