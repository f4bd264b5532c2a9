/// Readings of one block of text, and which of them stand where they overlap.
struct HitResolution: ~Copyable {
  /// A term that may stand at words of the block.
  struct Candidate {
    let first: Int32
    /// Excluded.
    let end: Int32
    /// Number of the entry in the index.
    let entry: Int32
    /// How far the text is from the glossary's spelling; 0 is letter for letter.
    let penalty: UInt16
    let isInflected: Bool
    /// 0 for kind term, 1 for names.
    let layer: UInt8
    /// Rank of the status: 0 is preferred.
    let status: UInt8

    @inline(__always) var count: Int32 { end - first }
    @inline(__always) func overlaps(_ other: Candidate) -> Bool { first < other.end && other.first < end }
  }

  private var candidates = WorkList<Candidate>(capacity: 256)
  /// The candidates in order of their first word.
  private var ordered = WorkList<Candidate>(capacity: 256)
  /// For each word of the block where its candidates end in that order.
  private var ends = WorkList<Int32>(capacity: 256)

  /// In any order.
  @inline(__always)
  mutating func add(_ candidate: Candidate) { candidates.append(candidate) }

  /// Adds the entries of all candidates, in any order.
  func addEntries(to entries: inout [Int32]) {
    for i in 0..<candidates.count { entries.append(candidates[i].entry) }
  }

  /// Puts the candidates in order of their first word, by counting; of equals the first added stays first.
  @inline(__always)
  private mutating func order(_ wordCount: Int) {
    ends.removeAll()
    ordered.removeAll()
    for _ in 0...wordCount { ends.append(0) }
    for i in 0..<candidates.count { ends[Int(candidates[i].first) + 1] += 1 }
    for word in 0..<wordCount { ends[word + 1] += ends[word] }
    for i in 0..<candidates.count { ordered.append(candidates[i]) }
    for i in 0..<candidates.count {
      let candidate = candidates[i]
      let place = ends[Int(candidate.first)]
      ordered[Int(place)] = candidate
      ends[Int(candidate.first)] = place + 1
    }
    candidates.removeAll()
  }

  /// Calls `body` with the readings that stand, in order, and forgets all.
  ///
  /// Within each layer, terms and names, more words win, then the earlier ones, then the closer spelling, the better
  /// status, the order of the glossary; what overlaps a winner is dropped.
  @inline(__always)
  mutating func resolve(
    _ tokens: borrowing WorkList<Token>, _ body: (TermHit) -> Void
  ) {
    order(tokens.count)
    let candidates = ordered.buffer()
    var start = 0
    while start < candidates.count {
      // A cluster is a run in which each overlaps one before.
      var end = start + 1
      var reach = candidates[start].end
      while end < candidates.count, candidates[end].first < reach {
        reach = max(reach, candidates[end].end)
        end += 1
      }
      let kept = end - start == 1 ? end : Self.settle(start..<end, candidates)
      for winner in start..<kept { body(TermHit(candidates[winner], tokens)) }
      start = end
    }
  }

  /// The winners of a cluster come to its front, in order of place; gives where they end.
  private static func settle(
    _ cluster: Range<Int>, _ candidates: UnsafeMutableBufferPointer<Candidate>
  ) -> Int {
    if cluster.count > 32 { candidates[cluster].sort(by: isBetter) }
    var kept = cluster.lowerBound
    for next in cluster {
      if cluster.count <= 32 {
        var best = next
        for other in next + 1..<max(cluster.upperBound, next + 1)
        where isBetter(candidates[other], candidates[best]) {
          best = other
        }
        if best != next { candidates.swapAt(best, next) }
      }
      let hit = candidates[next]
      var isFree = true
      for winner in cluster.lowerBound..<kept
      where candidates[winner].layer == hit.layer && candidates[winner].overlaps(hit) {
        isFree = false
        break
      }
      if isFree {
        // What stood at `kept` has lost already, or is the hit itself.
        candidates.swapAt(kept, next)
        kept += 1
      }
    }
    if kept - cluster.lowerBound > 1 {
      candidates[cluster.lowerBound..<kept].sort { ($0.first, -$0.count) < ($1.first, -$1.count) }
    }
    return kept
  }

  /// Calls `body` with every reading, in order of the first byte, longest first, and forgets all.
  mutating func list(
    _ tokens: borrowing WorkList<Token>, _ body: (TermHit) -> Void
  ) {
    order(tokens.count)
    let all = ordered.buffer().sorted {
      ($0.first, -$0.end, $0.penalty, $0.entry) < ($1.first, -$1.end, $1.penalty, $1.entry)
    }
    for candidate in all { body(TermHit(candidate, tokens)) }
  }

  @inline(__always)
  private static func isBetter(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.count != b.count { return a.count > b.count }
    if a.first != b.first { return a.first < b.first }
    if a.penalty != b.penalty { return a.penalty < b.penalty }
    return a.status != b.status ? a.status < b.status : a.entry < b.entry
  }
}

/// Where a term was found, before any string is made of it.
struct TermHit {
  /// UTF-8 bytes of the text.
  let bytes: Range<Int>
  /// Number of the entry in the index.
  let entry: Int
  let isInflected: Bool
  /// How far the text is from the glossary's spelling; 0 is letter for letter.
  let penalty: Int

  private init(bytes: Range<Int>, of hit: TermHit) {
    self.bytes = bytes
    entry = hit.entry
    isInflected = hit.isInflected
    penalty = hit.penalty
  }

  /// The same with the marks of its term.
  func widened(by edges: TermEdges) -> TermHit { TermHit(bytes: edges.widened(bytes), of: self) }

  @inline(__always)
  init(_ candidate: HitResolution.Candidate, _ tokens: borrowing WorkList<Token>) {
    bytes = tokens[Int(candidate.first)].start..<tokens[Int(candidate.end) - 1].end
    entry = Int(candidate.entry)
    isInflected = candidate.isInflected
    penalty = Int(candidate.penalty)
  }
}
