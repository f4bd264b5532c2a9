/// An entry of the index that is like a query.
struct IndexHit: Hashable, Sendable {
  let unit: Int64
  /// 0-based number of the variant in its unit.
  let ordinal: Int
  /// 0...100.
  let score: Double
  /// Equal words, and neighbours that agree.
  let isContextMatch: Bool

  /// Whether it stands before another: score, then context, then unit number.
  func precedes(_ other: IndexHit) -> Bool {
    if score != other.score { return score > other.score }
    if isContextMatch != other.isContextMatch { return isContextMatch }
    return (unit, ordinal) < (other.unit, other.ordinal)
  }
}

/// The best hits so far: as many as asked for, and some that equal the last of them.
struct TopMatches {
  private(set) var hits: [IndexHit] = []
  private let wanted: Int
  private let ties: Int

  /// - Parameter ties: how many more hits to keep that score as the last one wanted does.
  init(wanted: Int, ties: Int) {
    self.wanted = max(wanted, 1)
    self.ties = ties
  }

  var isFull: Bool { hits.count >= wanted }

  /// What a hit must score to matter, 0 as long as fewer than wanted are there.
  var floor: Double { isFull ? hits[wanted - 1].score : 0 }

  mutating func removeAll() { hits.removeAll(keepingCapacity: true) }

  mutating func insert(_ hit: IndexHit) {
    if hit.score < floor { return }
    var place = hits.count
    while place > 0, hit.precedes(hits[place - 1]) { place -= 1 }
    if place >= wanted + ties { return }
    hits.insert(hit, at: place)
    let floor = floor
    while let last = hits.last, hits.count > wanted + ties || last.score < floor { hits.removeLast() }
  }
}
