/// Numbers by key, all in one array: a dictionary of arrays would allocate once a key whenever it is read.
///
/// Every word of every name compared is looked for here, so that keys are hashed by their bytes (FNV-1a), which costs a
/// tenth of what a dictionary's own hashing does. Keys come from the data folder, not from the texts.
struct NameIndex: Sendable {
  /// In the order they came.
  private(set) var keys: [String] = []
  private(set) var numbers: [Int32] = []
  /// Where the numbers of each key begin in `numbers`; one more entry than keys.
  private var starts: [Int32] = [0]
  /// At a key's hash or the next free place its number and 1; 0 is a free place. A power of two, at most half full.
  private var places: [Int32] = []

  init() {}

  init(_ lists: [String: [Int]]) {
    reserve(lists.count)
    for (key, list) in lists.sorted(by: { $0.key < $1.key }) { append(key, list.map { Int32($0) }) }
  }

  /// Keys come once each.
  mutating func append(_ key: String, _ list: some Collection<Int32>) {
    if (keys.count + 1) * 2 > places.count { grow(to: keys.count + 1) }
    keys.append(key)
    numbers += list
    starts.append(Int32(numbers.count))
    place(key, Int32(keys.count))
  }

  mutating func reserve(_ count: Int) {
    keys.reserveCapacity(count)
    starts.reserveCapacity(count + 1)
    grow(to: count)
  }

  /// The numbers of a key, none where it is not there.
  subscript(key: String) -> ArraySlice<Int32> {
    if places.isEmpty { return [] }
    var place = Self.place(key, places.count)
    while places[place] != 0 {
      let number = Int(places[place]) - 1
      if keys[number] == key { return numbers[Int(starts[number])..<Int(starts[number + 1])] }
      place = (place &+ 1) & (places.count &- 1)
    }
    return []
  }

  private mutating func place(_ key: String, _ number: Int32) {
    var place = Self.place(key, places.count)
    while places[place] != 0 { place = (place + 1) & (places.count - 1) }
    places[place] = number
  }

  private mutating func grow(to count: Int) {
    var size = max(16, places.count)
    while size < count * 2 { size *= 2 }
    if size == places.count { return }
    places = [Int32](repeating: 0, count: size)
    for (number, key) in keys.enumerated() { place(key, Int32(number + 1)) }
  }

  private static func place(_ key: String, _ size: Int) -> Int {
    var hash = NameHash.seed
    for byte in key.utf8 { hash = NameHash.mix(hash, UInt32(byte)) }
    return Int(truncatingIfNeeded: hash ^ hash >> 29) & (size &- 1)
  }
}
