/// Readings of one block of text, and which of them stand where they overlap.
struct HitResolution {
  private var candidates: [TermHit] = []

  /// Candidates come in order of their first word.
  mutating func add(_ hit: TermHit) { candidates.append(hit) }

  /// Calls `body` with the readings that stand, in order, and forgets all.
  ///
  /// Within each layer, terms and names, more words win, then the earlier ones, then the closer spelling, the better
  /// status, the order of the glossary; what overlaps a winner is dropped.
  mutating func resolve(_ body: (TermHit) -> Void) {
    var start = 0
    while start < candidates.count {
      // A cluster is a run in which each overlaps one before.
      var end = start + 1
      var reach = candidates[start].tokens.upperBound
      while end < candidates.count, candidates[end].tokens.lowerBound < reach {
        reach = max(reach, candidates[end].tokens.upperBound)
        end += 1
      }
      if end - start == 1 { body(candidates[start]) } else { resolve(start..<end, body) }
      start = end
    }
    candidates.removeAll(keepingCapacity: true)
  }

  /// The best of a cluster come to its front by exchange, then all winners in order of place.
  private mutating func resolve(_ cluster: Range<Int>, _ body: (TermHit) -> Void) {
    if cluster.count > 32 { candidates[cluster].sort(by: Self.isBetter) }
    var kept = cluster.lowerBound
    for next in cluster {
      if cluster.count <= 32 {
        var best = next
        for other in next + 1..<max(cluster.upperBound, next + 1)
        where Self.isBetter(candidates[other], candidates[best]) {
          best = other
        }
        if best != next { candidates.swapAt(best, next) }
      }
      let hit = candidates[next]
      var isFree = true
      for winner in cluster.lowerBound..<kept
      where candidates[winner].layer == hit.layer && candidates[winner].tokens.overlaps(hit.tokens) {
        isFree = false
        break
      }
      if isFree {
        // What stood at `kept` has lost already, or is the hit itself.
        candidates.swapAt(kept, next)
        kept += 1
      }
    }
    candidates[cluster.lowerBound..<kept].sort {
      ($0.tokens.lowerBound, -$0.tokens.count) < ($1.tokens.lowerBound, -$1.tokens.count)
    }
    for winner in cluster.lowerBound..<kept { body(candidates[winner]) }
  }

  /// Calls `body` with every reading, in order of the first byte, longest first, and forgets all.
  mutating func list(_ body: (TermHit) -> Void) {
    candidates.sort {
      ($0.bytes.lowerBound, -$0.bytes.upperBound, $0.penalty, $0.entry)
        < ($1.bytes.lowerBound, -$1.bytes.upperBound, $1.penalty, $1.entry)
    }
    for hit in candidates { body(hit) }
    candidates.removeAll(keepingCapacity: true)
  }

  private static func isBetter(_ a: TermHit, _ b: TermHit) -> Bool {
    if a.tokens.count != b.tokens.count { return a.tokens.count > b.tokens.count }
    if a.tokens.lowerBound != b.tokens.lowerBound { return a.tokens.lowerBound < b.tokens.lowerBound }
    if a.penalty != b.penalty { return a.penalty < b.penalty }
    return a.status != b.status ? a.status < b.status : a.entry < b.entry
  }
}

/// Where a term was found, before any string is made of it.
struct TermHit {
  /// UTF-8 bytes of the text.
  let bytes: Range<Int>
  /// Words of the block.
  let tokens: Range<Int>
  /// Number of the entry in the index.
  let entry: Int
  /// 0 for kind term, 1 for names.
  let layer: UInt8
  /// Rank of the status: 0 is preferred.
  let status: UInt8
  let isInflected: Bool
  /// How far the text is from the glossary's spelling; 0 is letter for letter.
  let penalty: Int
}
