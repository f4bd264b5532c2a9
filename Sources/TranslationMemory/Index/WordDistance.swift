/// Word edit distance from one prepared query to many texts of a segment.
///
/// Bit-parallel over blocks of 64 words: Myers 1999, with Hyyrö's block formulation (2003). Beyond `longestBitParallel`
/// words the tables would grow with the square of the length, and the plain row algorithm takes over.
/// SAFETY: `slots` has 65,536 elements, one for each value of a token; `masks` has `blocks` for each slot given.
final class WordDistance {
  static let longestBitParallel = 4_096

  /// Slot of each common word, 0 where the query lacks it.
  private let slots: UnsafeMutablePointer<Int32>
  /// Slots of words beyond 0xFFFE.
  private var rareSlots: [Int: Int32] = [:]
  private var touched: [Int] = []
  private var masks: [UInt64] = []
  private var plus: [UInt64] = []
  private var minus: [UInt64] = []
  /// The query's words; -1 for one that the segment lacks.
  private var words: [Int] = []
  private var blocks = 1

  init() {
    slots = .allocate(capacity: 65_536)
    slots.initialize(repeating: 0, count: 65_536)
  }

  deinit { slots.deallocate() }

  /// Takes a query, as word numbers of the segment.
  func prepare(_ query: [Int]) {
    for word in touched { slots[word] = 0 }
    touched.removeAll(keepingCapacity: true)
    rareSlots.removeAll(keepingCapacity: true)
    words = query
    blocks = max(1, (query.count + 63) / 64)
    masks.removeAll(keepingCapacity: true)
    // Slot 0: words that the query lacks.
    masks.append(contentsOf: repeatElement(0, count: blocks))
    var given: Int32 = 0
    for (position, word) in query.enumerated() where word >= 0 {
      var slot: Int32
      if word < 0xFFFF {
        slot = slots[word]
      } else {
        slot = rareSlots[word] ?? 0
      }
      if slot == 0 {
        given += 1
        slot = given
        if word < 0xFFFF {
          slots[word] = slot
          touched.append(word)
        } else {
          rareSlots[word] = slot
        }
        if query.count <= Self.longestBitParallel { masks.append(contentsOf: repeatElement(0, count: blocks)) }
      }
      if query.count <= Self.longestBitParallel {
        masks[Int(slot) * blocks + position / 64] |= 1 << UInt64(position % 64)
      }
    }
    plus = [UInt64](repeating: 0, count: blocks)
    minus = plus
  }

  /// The distance to an entry, or some number above `limit` where it is greater than that.
  func distance(to entry: Int, of segment: Segment, limit: Int) -> Int {
    let start = Int(segment.tokenStarts[entry])
    let end = Int(segment.tokenStarts[entry + 1])
    let tokens = UnsafeBufferPointer(rebasing: segment.tokens.buffer[start..<end])
    if words.isEmpty { return tokens.count }
    if words.count > Self.longestBitParallel { return rowDistance(tokens, start, segment, limit) }
    return blocks == 1
      ? shortDistance(tokens, start, segment, limit) : blockDistance(tokens, start, segment, limit)
  }

  @inline(__always)
  private func slot(_ token: UInt16, _ position: Int, _ segment: Segment) -> Int {
    if token != 0xFFFF { return Int(slots[Int(token)]) }
    return rareSlots.isEmpty ? 0 : Int(rareSlots[segment.rareWord(at: position)] ?? 0)
  }

  private func shortDistance(
    _ tokens: UnsafeBufferPointer<UInt16>, _ start: Int, _ segment: Segment, _ limit: Int
  ) -> Int {
    var (plus, minus) = (~UInt64(0), UInt64(0))
    var score = words.count
    let last = UInt64(words.count - 1)
    return masks.withUnsafeBufferPointer { masks in
      for i in 0..<tokens.count {
        let same = masks[slot(tokens[i], start + i, segment)]
        let across = (((same & plus) &+ plus) ^ plus) | same
        var up = minus | ~(across | plus)
        var down = plus & across
        score += Int((up >> last) & 1) - Int((down >> last) & 1)
        // Each word that remains brings the distance down by one at most.
        if score - (tokens.count - 1 - i) > limit { return limit + 1 }
        up = up << 1 | 1
        down <<= 1
        let vertical = same | minus
        plus = down | ~(vertical | up)
        minus = up & vertical
      }
      return score
    }
  }

  private func blockDistance(
    _ tokens: UnsafeBufferPointer<UInt16>, _ start: Int, _ segment: Segment, _ limit: Int
  ) -> Int {
    let last = UInt64((words.count - 1) % 64)
    var score = words.count
    return masks.withUnsafeBufferPointer { masks in
      plus.withUnsafeMutableBufferPointer { plus in
        minus.withUnsafeMutableBufferPointer { minus in
          plus.update(repeating: ~0)
          minus.update(repeating: 0)
          for i in 0..<tokens.count {
            let base = slot(tokens[i], start + i, segment) * blocks
            // What enters a block from the one above: the first row of the matrix rises by one a word.
            var carryUp: UInt64 = 1
            var carryDown: UInt64 = 0
            for block in 0..<blocks {
              let (p, m) = (plus[block], minus[block])
              let same = masks[base + block]
              let vertical = same | m
              let entering = same | carryDown
              let across = (((entering & p) &+ p) ^ p) | entering
              var up = m | ~(across | p)
              var down = p & across
              let bit = block == blocks - 1 ? last : 63
              let leavingUp = (up >> bit) & 1
              let leavingDown = (down >> bit) & 1
              up = up << 1 | carryUp
              down = down << 1 | carryDown
              plus[block] = down | ~(vertical | up)
              minus[block] = up & vertical
              (carryUp, carryDown) = (leavingUp, leavingDown)
            }
            score += Int(carryUp) - Int(carryDown)
            if score - (tokens.count - 1 - i) > limit { return limit + 1 }
          }
          return score
        }
      }
    }
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
