/// Searches all segments of a snapshot for one query at a time. Kept and reused, since its tables are large; one a thread.
final class IndexSearcher {
  private var searches: [SegmentSearch] = []

  /// Thresholds tried one after the other: most queries have their answer at a high one, which looks at little.
  private static let steps: [Double] = [100, 90, 80, 70, 60, 50]

  /// The best hits, best first: at most `top`, and up to `ties` more that equal the last of them.
  func hits(
    for query: QueryWords, in snapshot: IndexSnapshot, minimum: Double, top: Int, ties: Int,
    conditions: SegmentSearch.Conditions
  ) -> [IndexHit] {
    guard query.count > 0, top > 0 else { return [] }
    while searches.count < snapshot.segments.count { searches.append(SegmentSearch()) }
    for (i, segment) in snapshot.segments.enumerated() {
      var conditions = conditions
      if !snapshot.hidden[i].isEmpty { conditions.hidden.formUnion(snapshot.hidden[i]) }
      searches[i].prepare(query, segment, conditions)
    }
    var best = TopMatches(wanted: top, ties: ties)
    let minimum = min(max(minimum, 0), 100)
    for step in Self.steps.filter({ $0 > minimum }) + [minimum] {
      best.removeAll()
      for i in snapshot.segments.indices { searches[i].search(minimum: step, into: &best) }
      if best.isFull { break }
    }
    return best.hits
  }

  /// Postings and candidates looked at so far.
  var work: (postings: Int, bounded: Int, verified: Int) {
    searches.reduce((0, 0, 0)) { ($0.0 + $1.postingsSeen, $0.1 + $1.bounded, $0.2 + $1.verified) }
  }
}
