/// Numbers of pieces by the hash of their letters (`NameHash`), which is good enough to be used as it is: every letter of
/// every word compared is looked for here, and a dictionary would hash the hash again each time.
struct PieceTable: Sendable {
  /// The hash in each slot, and its number; `free` where there is none. A power of two, at most half full.
  private let hashes: [UInt64]
  private let numbers: [Int32]

  private static let free = Int32.min

  /// - Parameter pieces: numbers by hash, none `Int32.min`.
  init(_ pieces: [UInt64: Int32]) {
    var size = 64
    while size < pieces.count * 2 { size *= 2 }
    var hashes = [UInt64](repeating: 0, count: size)
    var numbers = [Int32](repeating: Self.free, count: size)
    for (hash, number) in pieces {
      var slot = Self.slot(hash, size)
      while numbers[slot] != Self.free { slot = (slot + 1) & (size - 1) }
      hashes[slot] = hash
      numbers[slot] = number
    }
    self.hashes = hashes
    self.numbers = numbers
  }

  @inline(__always)
  subscript(hash: UInt64) -> Int32? {
    var slot = Self.slot(hash, numbers.count)
    while numbers[slot] != Self.free {
      if hashes[slot] == hash { return numbers[slot] }
      slot = (slot &+ 1) & (numbers.count &- 1)
    }
    return nil
  }

  /// The upper bits depend on every letter, the lowest on the last letters' lowest bits alone.
  @inline(__always)
  private static func slot(_ hash: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 29) & (size &- 1)
  }
}
