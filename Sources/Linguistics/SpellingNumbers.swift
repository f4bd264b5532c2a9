/// Numbers the spellings of a text from 0 in the order of their first appearance, told by their bytes alone.
///
/// A text says few words often: what is known of a spelling is worked out once and then found by its number, without a
/// string being made of it.
package struct SpellingNumbers: Sendable {
  /// All spellings, one after the other, and where each ends.
  private var letters: [UInt8] = []
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// Numbers by hash, −1 where there is none: a power of two, at most half full.
  private var slots: [Int32]

  package init() { slots = [Int32](repeating: -1, count: 256) }

  /// How many there are.
  package var count: Int { ends.count }

  /// The number of a spelling; `count` grows where it is a new one.
  package mutating func number(of spelling: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = Self.hash(spelling)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isEqual(spelling, number) { return number }
      slot = (slot &+ 1) & (slots.count &- 1)
    }
    let number = ends.count
    slots[slot] = Int32(number)
    hashes.append(hash)
    letters += spelling
    ends.append(letters.count)
    if ends.count * 2 > slots.count { grow() }
    return number
  }

  private func isEqual(_ spelling: UnsafeBufferPointer<UInt8>, _ number: Int) -> Bool {
    let start = number > 0 ? ends[number - 1] : 0
    guard ends[number] - start == spelling.count else { return false }
    return letters.withUnsafeBufferPointer { letters in
      for place in 0..<spelling.count where letters[start &+ place] != spelling[place] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }

  /// Another in every process, so that no text can be made whose spellings all meet in one slot.
  private static let seed = UInt64.random(in: 0 ... .max)

  /// Eight bytes at a time, each mixed into all bits.
  private static func hash(_ spelling: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: spelling.count) &* 0x9E37_79B9_7F4A_7C15
    var place = 0
    while place < spelling.count {
      var piece: UInt64 = 0
      let end = min(place &+ 8, spelling.count)
      while place < end {
        piece = piece &<< 8 | UInt64(spelling[place])
        place &+= 1
      }
      hash = (hash ^ piece) &* 0xBF58_476D_1CE4_E5B9
      hash ^= hash &>> 31
    }
    hash = hash &* 0x94D0_49BB_1331_11EB
    return hash ^ hash &>> 29
  }
}
