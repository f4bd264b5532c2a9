import Testing

@testable import Names

@Suite struct NameMarksTests {
  @Test func everyKindHasABitOfItsOwn() {
    let marks = NameMarks.kinds.map(\.mark) + [.given, .listed, .begins, .country, .surname]
    #expect(Set(marks.map(\.rawValue)).count == marks.count)
    #expect(marks.allSatisfy { $0.rawValue.nonzeroBitCount == 1 })
    #expect(Set(NameMarks.kinds.map(\.name)).count == NameMarks.kinds.count)
  }
}
