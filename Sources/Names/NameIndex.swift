/// Numbers by key, all in one array: a dictionary of arrays would allocate once a key whenever it is read.
struct NameIndex: Sendable {
  private(set) var ranges: [String: Range<Int32>] = [:]
  private(set) var numbers: [Int32] = []

  init() {}

  init(_ lists: [String: [Int]]) {
    ranges.reserveCapacity(lists.count)
    for (key, list) in lists.sorted(by: { $0.key < $1.key }) { append(key, list.map { Int32($0) }) }
  }

  /// Keys come once each.
  mutating func append(_ key: String, _ list: some Collection<Int32>) {
    let start = Int32(numbers.count)
    numbers += list
    ranges[key] = start..<Int32(numbers.count)
  }

  mutating func reserve(_ count: Int) { ranges.reserveCapacity(count) }

  /// The numbers of a key, none where it is not there.
  subscript(key: String) -> ArraySlice<Int32> {
    guard let range = ranges[key] else { return [] }
    return numbers[Int(range.lowerBound)..<Int(range.upperBound)]
  }
}
