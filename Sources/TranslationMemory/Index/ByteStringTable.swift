/// Byte strings numbered in the order of their arrival, found again by an open-addressing hash table.
///
/// Hashes are seeded anew in every table: they are written nowhere, and whoever makes a file cannot know which words
/// would meet.
struct ByteStringTable {
  /// All strings one after the other.
  private(set) var heap: [UInt8] = []
  /// Where each string begins in the heap, and at last where the heap ends.
  private(set) var starts: [UInt32] = [0]
  /// The upper half of the hash, and the number + 1 of the string in each slot; 0 where it is free. A power of two, at
  /// most half full.
  private var slots: [UInt64]
  /// Short strings met last, each with its number: most words of a text are a few hundred, which find room in the
  /// processor's nearest memory here, while the slots do not.
  private var recent = [Recent](repeating: Recent(), count: Self.recentCount)

  /// A string of up to 16 bytes: its first eight, its last eight (which overlap them), and its length tell all of it.
  private struct Recent {
    var first: UInt64 = 0
    var last: UInt64 = 0
    var length: UInt32 = 0
    var number: UInt32 = 0
  }

  private static let recentCount = 4_096
  /// The upper bits of a 64-bit hash that choose among them.
  private static let recentShift: UInt64 = 52

  private let seed = UInt64.random(in: 0 ... .max)

  init(capacity: Int = 1_024) {
    var size = 1_024
    while size < capacity * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
  }

  var count: Int { starts.count - 1 }

  subscript(number: Int) -> ArraySlice<UInt8> { heap[Int(starts[number])..<Int(starts[number + 1])] }

  func string(_ number: Int) -> String { String(decoding: self[number], as: UTF8.self) }

  /// The number of a string, or nil.
  func find(_ bytes: UnsafeRawBufferPointer) -> Int? { place(bytes, hash(bytes)).number }

  /// The number of a string; `isNew` where it has just been given.
  @inline(__always)
  mutating func insert(_ bytes: UnsafeRawBufferPointer) -> (number: Int, isNew: Bool) {
    guard !bytes.isEmpty, bytes.count <= 16 else { return insertAnywhere(bytes) }
    let (first, last) = Self.ends(bytes)
    let place = Int(truncatingIfNeeded: ((first ^ last << 5) &* 0x9E37_79B9_7F4A_7C15) >> Self.recentShift)
    let length = UInt32(truncatingIfNeeded: bytes.count)
    let known = recent[place]
    if known.first == first, known.last == last, known.length == length { return (Int(known.number), false) }
    let inserted = insertAnywhere(bytes)
    recent[place] = Recent(first: first, last: last, length: length, number: UInt32(inserted.number))
    return inserted
  }

  /// The bytes of a string of 1 to 16, the overlap twice.
  @inline(__always)
  private static func ends(_ bytes: UnsafeRawBufferPointer) -> (UInt64, UInt64) {
    let count = bytes.count
    if count >= 8 {
      return (
        bytes.loadUnaligned(as: UInt64.self), bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      )
    }
    if count >= 4 {
      let last = bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      return (UInt64(bytes.loadUnaligned(as: UInt32.self)), UInt64(last))
    }
    return (UInt64(bytes[0]) | UInt64(bytes[count >> 1]) << 8, UInt64(bytes[count &- 1]))
  }

  @inline(never)
  private mutating func insertAnywhere(_ bytes: UnsafeRawBufferPointer) -> (number: Int, isNew: Bool) {
    let hash = self.hash(bytes)
    let (slot, number) = place(bytes, hash)
    if let number { return (number, false) }
    heap.append(contentsOf: bytes)
    starts.append(UInt32(heap.count))
    slots[slot] = hash & ~0xFFFF_FFFF | UInt64(count)
    if count * 2 > slots.count { grow() }
    return (count - 1, true)
  }

  @inline(__always)
  private func place(_ bytes: UnsafeRawBufferPointer, _ hash: UInt64) -> (slot: Int, number: Int?) {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count &- 1
      var slot = Int(truncatingIfNeeded: hash) & mask
      while true {
        let entry = slots[slot]
        if entry == 0 { return (slot, nil) }
        if entry >> 32 == hash >> 32 {
          let number = Int(entry & 0xFFFF_FFFF) &- 1
          if equals(number, bytes) { return (slot, number) }
        }
        slot = (slot &+ 1) & mask
      }
    }
  }

  @inline(__always)
  private func equals(_ number: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == bytes.count else { return false }
    return heap.withUnsafeBytes { heap in
      var i = 0
      while i &+ 8 <= bytes.count {
        if heap.loadUnaligned(fromByteOffset: start &+ i, as: UInt64.self)
          != bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        {
          return false
        }
        i &+= 8
      }
      while i < bytes.count {
        if heap[start &+ i] != bytes[i] { return false }
        i &+= 1
      }
      return true
    }
  }

  /// Eight bytes at a time; the last ones are read so that they overlap those before.
  @inline(__always)
  private func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    @inline(__always) func mixed(_ a: UInt64, _ b: UInt64) -> UInt64 {
      let product = (a ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: b ^ 0xD6E8_FEB8_6659_FD93)
      return product.high ^ product.low
    }
    let count = bytes.count
    var hash = seed &+ UInt64(truncatingIfNeeded: count)
    if count >= 8 {
      var i = 0
      while i &+ 8 < count {
        hash = mixed(hash, bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self))
        i &+= 8
      }
      return mixed(hash, bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
    }
    if count >= 4 {
      let first = UInt64(bytes.loadUnaligned(as: UInt32.self))
      let last = UInt64(bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
      return mixed(hash, first << 32 | last)
    }
    guard count > 0 else { return mixed(hash, 0) }
    return mixed(hash, UInt64(bytes[0]) << 16 | UInt64(bytes[count >> 1]) << 8 | UInt64(bytes[count &- 1]))
  }

  private mutating func grow() {
    let size = slots.count * 2
    slots = [UInt64](repeating: 0, count: size)
    for number in 0..<count {
      let hash = self[number].withUnsafeBytes { self.hash($0) }
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = hash & ~0xFFFF_FFFF | UInt64(number + 1)
    }
  }
}
