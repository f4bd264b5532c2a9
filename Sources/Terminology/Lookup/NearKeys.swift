/// Keys within a few edits of a query, found in the sorted keys themselves.
///
/// Where a key has at most `limit` edits, either the first half of the query has at most half of them, or the second half
/// has fewer than that. So the keys are walked twice: from their heads with few edits allowed in the first half, and from
/// their tails with fewer in the second. Source: Mihov and Schulz 2004, "Fast approximate search in large dictionaries",
/// the forward-backward method.
struct NearKeys {
  private let glossary: CompiledGlossary
  private let query: [UInt32]
  private let limit: Int

  /// So many near keys are looked at in each direction: beyond, the query says too little.
  private static let enough = 4096

  init(_ glossary: CompiledGlossary, query: String, limit: Int) {
    self.glossary = glossary
    self.query = query.unicodeScalars.map(\.value)
    self.limit = limit
  }

  /// Key numbers with their distance, 0...limit, nearest first, then in the order of keys; at most `most`.
  func all(most: Int = 50) -> [(key: Int, distance: Int)] {
    let half = query.count / 2
    var found: [Int: Int] = [:]
    glossary.withKeyOrder(backward: false) { keys in
      let caps = (0...query.count).map { $0 <= half ? limit / 2 : limit }
      walk(keys, KeyEdits(query: query, caps: caps, limit: limit, backward: false), into: &found)
    }
    if limit > 0 {
      glossary.withKeyOrder(backward: true) { keys in
        let caps = (0...query.count).map { $0 < query.count - half ? (limit + 1) / 2 - 1 : limit }
        walk(keys, KeyEdits(query: query.reversed(), caps: caps, limit: limit, backward: true), into: &found)
      }
    }
    return Array(found.map { ($0.key, $0.value) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(most))
  }

  /// Keys in their order; as soon as a prefix is too far, all that begin with it are leapt over. Most are with the head of
  /// their run, so that only pages with keys that are near at first are read.
  private func walk(_ keys: KeyOrder, _ edits: KeyEdits, into found: inout [Int: Int]) {
    var edits = edits
    var run = 0
    // In a damaged file runs may overlap: no place is come to twice.
    var done = 0
    let most = found.count + Self.enough
    while run < keys.runCount, found.count < most {
      if let length = edits.enter(head: keys.runHead(run)) {
        run = keys.firstRunPast(length, from: run)
        continue
      }
      let places = keys.run(run)
      var place = max(places.lowerBound, done)
      done = max(done, places.upperBound)
      while place < places.upperBound, found.count < most {
        if let length = edits.enter(keys[place]) {
          place = keys.firstPast(length, from: place)
        } else {
          if edits.distance <= limit {
            let number = keys.number(at: place)
            found[number] = min(found[number] ?? limit, edits.distance)
          }
          place += 1
        }
      }
      run += 1
    }
  }
}
