/// Word edit distance from one prepared query to many texts of a segment.
///
/// Bit-parallel over blocks of 64 words: Myers 1999, in Hyyrö's block formulation (2003), only over the blocks that a path
/// within the limit can touch (Ukkonen 1985), after a look at the words that both have, whatever their order. Beyond `longestBitParallel` words the tables would grow with the square of
/// the length, and the plain row algorithm takes over.
/// SAFETY: `slots` has 65,536 elements, one for each value of a token; `masks` has `blocks` for each slot given and for
/// slot 0; `plus` and `minus` have `blocks`; `wanted` and `left` have an element for each slot given, for slot 0 and for the
/// slot of the token 0xFFFF.
final class WordDistance {
  static let longestBitParallel = 4_096

  /// Slot of each common word, 0 where the query lacks it.
  private let slots: UnsafeMutablePointer<UInt16>
  /// Slots of words beyond 0xFFFE.
  private var rareSlots: [Int: UInt16] = [:]
  private var touched: [Int] = []
  private var masks: UnsafeMutablePointer<UInt64>
  private var maskCapacity = 1_024
  /// How often the query has the word of each slot, and how often it is still to be met.
  private let wanted: UnsafeMutablePointer<UInt16>
  private let left: UnsafeMutablePointer<UInt16>
  private var slotCount = 1
  private var plus: UnsafeMutablePointer<UInt64>
  private var minus: UnsafeMutablePointer<UInt64>
  /// The query's words; -1 for one that the segment lacks.
  private var words: [Int] = []
  private var blocks = 1

  init() {
    slots = .allocate(capacity: 65_536)
    slots.initialize(repeating: 0, count: 65_536)
    masks = .allocate(capacity: maskCapacity)
    let most = Self.longestBitParallel / 64
    wanted = .allocate(capacity: Self.longestBitParallel + 2)
    left = .allocate(capacity: Self.longestBitParallel + 2)
    plus = .allocate(capacity: most)
    minus = .allocate(capacity: most)
  }

  deinit {
    slots.deallocate()
    masks.deallocate()
    wanted.deallocate()
    left.deallocate()
    plus.deallocate()
    minus.deallocate()
  }

  /// Takes a query, as word numbers of the segment.
  func prepare(_ query: [Int]) {
    for word in touched { slots[word] = 0 }
    touched.removeAll(keepingCapacity: true)
    if !rareSlots.isEmpty { rareSlots.removeAll(keepingCapacity: true) }
    words = query
    blocks = max(1, (query.count + 63) / 64)
    guard query.count <= Self.longestBitParallel else { return }
    reserve((query.count + 1) * blocks)
    // Slot 0: words that the query lacks.
    masks.initialize(repeating: 0, count: blocks)
    wanted[0] = 0
    var given: UInt16 = 0
    for (position, word) in query.enumerated() where word >= 0 {
      var slot = word < 0xFFFF ? slots[word] : rareSlots[word] ?? 0
      if slot == 0 {
        given += 1
        slot = given
        if word < 0xFFFF {
          slots[word] = slot
          touched.append(word)
        } else {
          rareSlots[word] = slot
        }
        (masks + Int(slot) * blocks).initialize(repeating: 0, count: blocks)
        wanted[Int(slot)] = 0
      }
      wanted[Int(slot)] += 1
      masks[Int(slot) * blocks + position / 64] |= 1 << UInt64(position % 64)
    }
    slotCount = Int(given) + 1
    // Which rare word a token is takes a search: for a first look any of them will do.
    if !rareSlots.isEmpty {
      slots[0xFFFF] = given + 1
      touched.append(0xFFFF)
      wanted[slotCount] = .max
      slotCount += 1
    }
  }

  /// How many words of an entry the query has, each counted at most as often as the query has it; rare ones at least.
  private func common(_ tokens: UnsafeBufferPointer<UInt16>) -> Int {
    let (slots, left) = (slots, left)
    left.update(from: wanted, count: slotCount)
    var common = 0
    guard var next = tokens.baseAddress else { return 0 }
    let end = next + tokens.count
    while next != end {
      let slot = Int(slots[Int(next.pointee)])
      next += 1
      let rest = left[slot]
      let isThere: UInt16 = rest == 0 ? 0 : 1
      left[slot] = rest &- isThere
      common &+= Int(isThere)
    }
    return common
  }

  private func reserve(_ count: Int) {
    guard count > maskCapacity else { return }
    masks.deallocate()
    maskCapacity = count * 2
    masks = .allocate(capacity: maskCapacity)
  }

  /// The distance to an entry, or some number above `limit` where it is greater than that.
  func distance(to entry: Int, of segment: Segment, limit: Int) -> Int {
    let start = Int(segment.tokenStarts[entry])
    let count = Int(segment.tokenStarts[entry + 1]) - start
    if words.isEmpty { return count }
    precondition(start + count <= segment.tokens.count)
    let tokens = UnsafeBufferPointer(start: segment.tokens.base + start, count: count)
    if words.count > Self.longestBitParallel { return rowDistance(tokens, start, segment, limit) }
    if max(words.count, count) - common(tokens) > limit { return limit + 1 }
    if !rareSlots.isEmpty { return blockDistance(tokens, limit) { self.rareSlot(start + $0, segment) } }
    return blocks == 1 ? shortDistance(tokens, limit) : blockDistance(tokens, limit) { _ in 0 }
  }

  private func rareSlot(_ position: Int, _ segment: Segment) -> Int {
    Int(rareSlots[segment.rareWord(at: position)] ?? 0)
  }

  /// Queries of up to 64 words, none of which is rare.
  private func shortDistance(_ tokens: UnsafeBufferPointer<UInt16>, _ limit: Int) -> Int {
    let (slots, masks) = (slots, masks)
    var (plus, minus) = (~UInt64(0), UInt64(0))
    var score = words.count
    let last = UInt64(truncatingIfNeeded: words.count &- 1)
    // Each word that remains brings the distance down by one at most.
    var most = limit &+ tokens.count &- 1
    guard var next = tokens.baseAddress else { return score }
    let end = next + tokens.count
    while next != end {
      let same = masks[Int(slots[Int(next.pointee)])]
      next += 1
      let across = (((same & plus) &+ plus) ^ plus) | same
      var up = minus | ~(across | plus)
      var down = plus & across
      score &+= Int(truncatingIfNeeded: (up &>> last) & 1) &- Int(truncatingIfNeeded: (down &>> last) & 1)
      if score > most { return limit &+ 1 }
      most &-= 1
      up = up << 1 | 1
      down <<= 1
      let vertical = same | minus
      plus = down | ~(vertical | up)
      minus = up & vertical
    }
    return score
  }

  /// - Parameter rareSlot: the slot of the token at a position that is 0xFFFF.
  @inline(__always)
  private func blockDistance(
    _ tokens: UnsafeBufferPointer<UInt16>, _ limit: Int, rareSlot: (Int) -> Int
  ) -> Int {
    let (slots, masks, plus, minus, blocks) = (slots, masks, plus, minus, blocks)
    let length = words.count
    let lastBit = UInt64(truncatingIfNeeded: (length &- 1) & 63)
    // The blocks worked on: those with a row within `limit` of the diagonal. Below them nothing is known yet; a block
    // that is entered begins with each row one more than the last, which no true distance exceeds. Above them the rows
    // are left as they were, and rise by one a column.
    var lowest = -1
    var score = 0
    for column in 0..<tokens.count {
      let reach = min(blocks &- 1, (column &+ limit) >> 6)
      while lowest < reach {
        lowest &+= 1
        plus[lowest] = ~0
        minus[lowest] = 0
        score = (lowest == 0 ? 0 : score) &+ (lowest == blocks &- 1 ? Int(lastBit) &+ 1 : 64)
      }
      let token = tokens[column]
      let slot = token == 0xFFFF ? rareSlot(column) : Int(slots[Int(token)])
      let row = masks + slot &* blocks
      var block = max(0, (column &- limit &- 1) >> 6)
      if block > lowest { return limit &+ 1 }
      var carryUp: UInt64 = 1
      var carryDown: UInt64 = 0
      while block <= lowest {
        let (p, m) = (plus[block], minus[block])
        let same = row[block]
        let vertical = same | m
        let entering = same | carryDown
        let across = (((entering & p) &+ p) ^ p) | entering
        var up = m | ~(across | p)
        var down = p & across
        let bit = block == blocks &- 1 ? lastBit : 63
        let leavingUp = (up &>> bit) & 1
        let leavingDown = (down &>> bit) & 1
        up = up << 1 | carryUp
        down = down << 1 | carryDown
        plus[block] = down | ~(vertical | up)
        minus[block] = up & vertical
        (carryUp, carryDown) = (leavingUp, leavingDown)
        block &+= 1
      }
      score &+= Int(truncatingIfNeeded: carryUp) &- Int(truncatingIfNeeded: carryDown)
      if lowest == blocks &- 1, score &- (tokens.count &- 1 &- column) > limit { return limit &+ 1 }
    }
    // Where the last row was never reached the lengths differ by more than the limit.
    return lowest == blocks &- 1 ? score : limit &+ 1
  }

  private func rowDistance(
    _ tokens: UnsafeBufferPointer<UInt16>, _ start: Int, _ segment: Segment, _ limit: Int
  ) -> Int {
    var row = Array(0...words.count)
    for i in 0..<tokens.count {
      let word = tokens[i] == 0xFFFF ? segment.rareWord(at: start + i) : Int(tokens[i])
      var diagonal = row[0]
      row[0] = i + 1
      var least = row[0]
      for j in 1...words.count {
        let cost = min(row[j] + 1, row[j - 1] + 1, diagonal + (words[j - 1] == word ? 0 : 1))
        diagonal = row[j]
        row[j] = cost
        least = min(least, cost)
      }
      if least > limit { return limit + 1 }
    }
    return row[words.count]
  }
}
