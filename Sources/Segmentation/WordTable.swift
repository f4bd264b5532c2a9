/// Words as UTF-8 bytes with their classes: a hash table that is asked with the bytes of a text, so that no string is made
/// for a word that is in no list.
struct WordTable: Sendable {
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var entries: [(key: [UInt8], mask: UInt64)] = []

  mutating func insert(_ word: String, _ mask: UInt64) {
    let key = Array(word.utf8)
    if let index = key.withUnsafeBufferPointer({ find($0) }) {
      entries[index].mask |= mask
      return
    }
    entries.append((key, mask))
    if entries.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for index in entries.indices { place(index) }
    } else {
      place(entries.count - 1)
    }
  }

  /// The classes of a word, 0 where it is in no list.
  @inline(__always)
  func mask(of word: UnsafeBufferPointer<UInt8>) -> UInt64 { find(word).map { entries[$0].mask } ?? 0 }

  func mask(of word: String) -> UInt64 {
    var word = word
    return word.withUTF8 { mask(of: $0) }
  }

  private mutating func place(_ index: Int) {
    var slot = entries[index].key.withUnsafeBufferPointer { Self.hash($0) } & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(truncatingIfNeeded: index)
  }

  private func find(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
    var slot = Self.hash(word) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if entries[index].key.count == word.count, entries[index].key.elementsEqual(word) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// FNV-1a, Fowler, Noll and Vo: short keys, no seed, for the words come from our own files.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ (hash >> 29)) & 0x7FFF_FFFF)
  }
}
