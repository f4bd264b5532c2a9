import Testing

@testable import Terminology

@Suite struct WorkListTests {
  @Test func aListGrowsAndIsUsedAgain() {
    var list = WorkList<Int>(capacity: 1)
    for i in 0..<100 { list.append(i) }
    #expect(list.count == 100 && (0..<100).allSatisfy { list[$0] == $0 })
    list[3] = 9
    #expect(list.buffer()[3] == 9 && list.start[99] == 99)
    list.removeAll()
    #expect(list.count == 0)
    list.append(5)
    #expect(list.count == 1 && list[0] == 5)
  }
}
