internal import Files

/// Names of elements and attributes as small numbers, so that the scanner makes no string for a name it has seen.
package struct XMLNames {
  private var spans: [(start: Int, count: Int, hash: Int)] = []
  private var arena: [UInt8] = []
  private var slots: [Int32] = Array(repeating: -1, count: 256)
  /// As spelt, with the prefix.
  package private(set) var spelt: [String] = []
  /// Without the prefix, as a number of its own.
  package private(set) var local: [Int] = []
  /// The prefix as a number; -1 where there is none.
  package private(set) var prefix: [Int] = []

  /// The name that followed each name last time, which it nearly always does again.
  private var successors: [Int] = []
  private var last = 0

  package var count: Int { spans.count }
  /// UTF-8 bytes of all names together.
  package var bytes: Int { arena.count }
  /// Another one for each file that is read, so that nobody can write names that all fall into one slot.
  private let seed = UInt64.random(in: 0 ... .max)

  package init() {}

  /// The name that stands at the head of the bytes, if it is the one that followed the last name before; -1 otherwise.
  /// At least one byte more than the name must be there.
  @inline(__always)
  package mutating func expected(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let guess = successors[last]
    let span = spans[guess]
    guard span.count > 0, span.count < bytes.count, !XMLScannerBytes.isName(bytes[span.count]) else { return -1 }
    for index in 0..<span.count where arena[span.start + index] != bytes[index] { return -1 }
    last = guess
    return guess
  }

  /// Takes note that a name was met, for `expected`.
  package mutating func follow(_ id: Int) {
    successors[last] = id
    last = id
  }

  /// The number of a name, or nil where it is new.
  package func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = self.hash(bytes)
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let id = Int(slots[slot])
      if spans[id].hash == hash, equals(id, bytes) { return id }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Whether the bytes are the name.
  package func equals(_ id: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let span = spans[id]
    guard span.count == bytes.count else { return false }
    for index in 0..<span.count where arena[span.start + index] != bytes[index] { return false }
    return true
  }

  /// The length of a name in bytes.
  package func length(_ id: Int) -> Int { spans[id].count }

  package mutating func number(_ name: String) -> Int {
    var name = name
    return name.withUTF8 { bytes in
      if let known = find(bytes) { return known }
      let id = spans.count
      let hash = self.hash(bytes)
      spans.append((arena.count, bytes.count, hash))
      arena.append(contentsOf: bytes)
      let text = String(decoding: bytes, as: UTF8.self)
      spelt.append(text)
      local.append(id)
      prefix.append(-1)
      successors.append(id)
      insert(id, hash)
      if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon < bytes.count - 1 {
        prefix[id] = number(String(decoding: bytes[..<colon], as: UTF8.self))
        local[id] = number(String(decoding: bytes[(colon + 1)...], as: UTF8.self))
      }
      return id
    }
  }

  /// Whether a name has at most one colon, with a name on each side of it.
  static func isQualified(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let colon = UInt8(ascii: ":")
    guard let first = bytes.firstIndex(of: colon) else { return true }
    return first > 0 && first < bytes.count - 1 && bytes.lastIndex(of: colon) == first
  }

  private mutating func insert(_ id: Int, _ hash: Int) {
    if spans.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for known in spans.indices { place(known, spans[known].hash) }
    } else {
      place(id, hash)
    }
  }

  private mutating func place(_ id: Int, _ hash: Int) {
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(id)
  }

  private func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash = FNV1a.seed ^ seed
    for byte in bytes { hash = FNV1a.mix(hash, UInt64(byte)) }
    return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7FFF_FFFF_FFFF)
  }
}
