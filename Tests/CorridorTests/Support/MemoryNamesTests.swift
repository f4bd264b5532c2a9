import Bitext
import Testing

@testable import Corridor

@Suite struct MemoryNamesTests {
  @Test func whatIsKeptIsReadAgain() {
    var names = MemoryNames()
    let name = NameOccurrence(
      sentence: 0, bytes: 0..<9, surface: "Simonyan", kind: .person, name: "Lilit Simonyan", isConcept: false)
    names.add(name, "en", unit: 4)
    names.add(name, "en-GB", unit: 9)
    let again = MemoryNames(names.bytes)
    #expect(again?.uses == names.uses)
    #expect(again?.uses.values.first == MemoryNames.Use(count: 2, firstUnit: 4))
  }

  @Test func damagedBytesAreNoNames() {
    #expect(MemoryNames(Array("x".utf8)) == nil)
    #expect(MemoryNames(Array("1 2\t3\nen\tperson\n".utf8)) == nil)
  }
}
