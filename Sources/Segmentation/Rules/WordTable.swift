internal import Files

/// Words as UTF-8 bytes with their classes: a hash table that is asked with the bytes of a text, so that no string is made
/// for a word that is in no list.
struct WordTable: Sendable {
  private struct Entry: Sendable {
    let start: Int32
    let length: Int32
    let hash: UInt32
    var mask: UInt64
  }

  /// Indices into `entries`, -1 where there is none; a power of two of them, half of them free.
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private var entries: [Entry] = []
  /// The bytes of all words.
  private var bytes: [UInt8] = []
  private var longest = 0

  mutating func insert(_ word: String, _ mask: UInt64) {
    let key = Array(word.utf8)
    if let index = key.withUnsafeBufferPointer({ find($0) }) {
      entries[index].mask |= mask
      return
    }
    let hash = key.withUnsafeBufferPointer { Self.hash($0) }
    entries.append(
      Entry(
        start: Int32(truncatingIfNeeded: bytes.count), length: Int32(truncatingIfNeeded: key.count), hash: hash,
        mask: mask))
    bytes += key
    longest = max(longest, key.count)
    if entries.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for index in entries.indices { place(index) }
    } else {
      place(entries.count - 1)
    }
  }

  /// The classes of a word, 0 where it is in no list.
  func mask(of word: UnsafeBufferPointer<UInt8>) -> UInt64 { find(word).map { entries[$0].mask } ?? 0 }

  func mask(of word: String) -> UInt64 {
    var word = word
    return word.withUTF8 { mask(of: $0) }
  }

  private mutating func place(_ index: Int) {
    var slot = Int(entries[index].hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(truncatingIfNeeded: index)
  }

  private func find(_ word: UnsafeBufferPointer<UInt8>) -> Int? {
    guard word.count <= longest else { return nil }
    let hash = Self.hash(word)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      let entry = entries[index]
      if entry.hash == hash, entry.length == word.count, holds(word, from: Int(entry.start)) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func holds(_ word: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    for index in 0..<word.count where bytes[start + index] != word[index] { return false }
    return true
  }

  /// FNV-1a: short keys, no seed, for the words come from our own files.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash = FNV1a.seed
    for byte in word { hash = FNV1a.mix(hash, UInt64(byte)) }
    return UInt32(truncatingIfNeeded: hash ^ (hash >> 29))
  }
}
