import TestSupport
import Testing

@testable import TranslationMemory

@Suite struct ByteStringTableTests {
  private func insert(_ bytes: [UInt8], into table: inout ByteStringTable) -> (number: Int, isNew: Bool) {
    bytes.withUnsafeBytes { table.insert($0) }
  }

  @Test func stringsAreNumberedInOrderOfArrivalAndFoundAgain() {
    var table = ByteStringTable()
    let words = ["le", "corridor", "le", "de", "Latchine", "", "corridor", "rétablissement-des-communications", ""]
    let found = words.map { insert(Array($0.utf8), into: &table) }
    #expect(found.map(\.number) == [0, 1, 0, 2, 3, 4, 1, 5, 4])
    #expect(found.map(\.isNew) == [true, true, false, true, true, true, false, true, false])
    #expect(table.string(3) == "Latchine")
    #expect(Array("Erevan".utf8).withUnsafeBytes { table.find($0) } == nil)
    #expect(Array("de".utf8).withUnsafeBytes { table.find($0) } == 2)
  }

  /// Lengths up to twenty of two letters: strings that begin, end and overlap alike.
  @Test func stringsOfAllLengthsAreToldApart() {
    var table = ByteStringTable()
    var numbers: [[UInt8]: Int] = [:]
    var random = SeededGenerator(seed: 11)
    for _ in 0..<60_000 {
      let length = Int.random(in: 0...20, using: &random)
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...1, using: &random) * 97 }
      let (number, isNew) = insert(bytes, into: &table)
      guard let known = numbers[bytes] else {
        #expect(isNew && number == numbers.count)
        numbers[bytes] = number
        continue
      }
      #expect(!isNew && number == known)
    }
    #expect(table.count == numbers.count)
    #expect(numbers.allSatisfy { Array(table[$0.value]) == $0.key })
  }
}
