/// Numbers by key, all in flat arrays: a dictionary of arrays would allocate once a key whenever it is read from a file, and
/// this one is copied in a few strokes.
///
/// Every word of every name compared is looked for here, so that keys are hashed by their bytes (FNV-1a), which costs a
/// tenth of what a dictionary's own hashing does. Keys come from the data folder, not from the texts.
struct NameIndex: Sendable {
  /// All keys end to end, in order.
  private let letters: [UInt8]
  /// Where each key begins in `letters`; one more entry than keys.
  private let keyStarts: [UInt32]
  let numbers: [Int32]
  /// Where the numbers of each key begin in `numbers`; one more entry than keys.
  private let starts: [UInt32]
  /// At a key's hash or the next free place its number and 1; 0 is a free place. A power of two, at most half full.
  private let places: [UInt32]

  init() { self.init([:]) }

  init(_ lists: [String: [Int]]) {
    var letters: [UInt8] = []
    var (keyStarts, starts): ([UInt32], [UInt32]) = ([0], [0])
    var numbers: [Int32] = []
    var size = 16
    while size < lists.count * 2 { size *= 2 }
    var places = [UInt32](repeating: 0, count: size)
    for (key, list) in lists.sorted(by: { $0.key < $1.key }) {
      letters += key.utf8
      numbers += list.map { Int32($0) }
      var place = Self.place(key, size)
      while places[place] != 0 { place = (place + 1) & (size - 1) }
      places[place] = UInt32(keyStarts.count)
      keyStarts.append(UInt32(letters.count))
      starts.append(UInt32(numbers.count))
    }
    self.letters = letters
    self.keyStarts = keyStarts
    self.numbers = numbers
    self.starts = starts
    self.places = places
  }

  /// Keys.
  var count: Int { starts.count - 1 }

  /// The numbers of a key, none where it is not there.
  subscript(key: String) -> ArraySlice<Int32> { self.list(of: key) ?? [] }

  func contains(_ key: String) -> Bool { number(of: key) != nil }

  /// The numbers of a key; nil where it is not there.
  func list(of key: String) -> ArraySlice<Int32>? {
    number(of: key).map { numbers[Int(starts[$0])..<Int(starts[$0 + 1])] }
  }

  private func number(of key: String) -> Int? {
    var place = Self.place(key, places.count)
    while places[place] != 0 {
      let number = Int(places[place]) - 1
      if isKey(number, key) { return number }
      place = (place &+ 1) & (places.count &- 1)
    }
    return nil
  }

  private func isKey(_ number: Int, _ key: String) -> Bool {
    let range = Int(keyStarts[number])..<Int(keyStarts[number + 1])
    return key.utf8.count == range.count && key.utf8.elementsEqual(letters[range])
  }

  private static func place(_ key: String, _ size: Int) -> Int {
    var hash = NameHash.seed
    for byte in key.utf8 { hash = NameHash.mix(hash, UInt32(byte)) }
    return Int(truncatingIfNeeded: hash ^ hash >> 29) & (size &- 1)
  }

  // MARK: Compiled form

  func write(_ out: inout NameBytesWriter) {
    out.block(letters)
    out.block(keyStarts)
    out.block(numbers)
    out.block(starts)
    out.block(places)
  }

  /// - Parameter limit: what the numbers must be below.
  init(_ reader: inout NameBytesReader, below limit: Int) throws(NameBytesReader.Damaged) {
    letters = try reader.block()
    keyStarts = try reader.block()
    numbers = try reader.block()
    starts = try reader.block()
    places = try reader.block()
    guard Self.rises(keyStarts, to: letters.count), Self.rises(starts, to: numbers.count),
      keyStarts.count == starts.count, places.count & (places.count - 1) == 0, places.count >= count * 2,
      places.count > 0, places.allSatisfy({ Int($0) <= starts.count - 1 }),
      places.count(where: { $0 != 0 }) <= places.count / 2,
      numbers.allSatisfy({ $0 >= 0 && Int($0) < limit })
    else { throw NameBytesReader.Damaged() }
  }

  private static func rises(_ starts: [UInt32], to end: Int) -> Bool {
    guard starts.first == 0, let last = starts.last, Int(last) == end else { return false }
    var before: UInt32 = 0
    for start in starts {
      if start < before { return false }
      before = start
    }
    return true
  }
}
